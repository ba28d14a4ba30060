import type { Rule, RuleExample } from '../rules/rule.ts';
import { block, code, generatedPage, sourceLine, table } from './markdown.ts';

/** `docs/rules.md`: every rule with its reason, examples and sources. */
export function rulesPage(rules: readonly Rule[]): string {
  return [
    generatedPage(
      'Rules',
      [
        'An error means that the tool does not load the file, or does not apply a limit in it.',
        'Change the severity of a rule, or turn it `off`, with the setting `agentFiles.rules`.',
        'In the examples, `^^^^` marks the range of a diagnostic.',
      ].join(' '),
    ),
    table(
      ['Rule', 'Description', 'Severity'],
      rules.map(rule => [`[${code(rule.id)}](#${rule.id.toLowerCase()})`, rule.title, severityText(rule)]),
    ),
    ...rules.map(ruleSection),
    '',
  ].join('\n');
}

function ruleSection(rule: Rule): string {
  const { invalid, valid } = rule.examples;
  return [
    `\n## ${rule.id}\n`,
    `**${rule.title}.** Severity: ${severityText(rule)}.\n`,
    rule.why.trim(),
    ...invalid.flatMap(example => [
      ...exampleLines('Reported', example),
      ...(example.fixed === undefined ? [] : ['\nAfter the fix:\n', file(example.fixed)]),
    ]),
    ...valid.flatMap(example => exampleLines('Not reported', example)),
    '\nSources:\n',
    ...rule.sources.map(source => `- ${sourceLine(source)}`),
  ].join('\n');
}

function severityText({ severity }: Rule): string {
  return severity === 'byEffect' ? 'depends on the effect' : severity;
}

/** An example and the other files it needs: one-line files inline, longer ones below. */
function exampleLines(shows: string, { dialect, path, text, others = {} }: RuleExample): string[] {
  const around = Object.entries(others);
  const short = around.filter(([, content]) => isLine(content));
  const beside = short.map(([other, content]) => `${code(other)}: ${code(content.trim())}`);
  return [
    `\n${shows} (${[dialect, ...(path === undefined ? [] : [path])].map(code).join(', ')})${
      beside.length > 0 ? `, beside ${beside.join(', ')}` : ''
    }:\n`,
    file(text),
    ...around
      .filter(([, content]) => !isLine(content))
      .flatMap(([other, content]) => [`\nBeside it, ${code(other)}:\n`, file(content)]),
  ];
}

function isLine(text: string): boolean {
  return !text.trim().includes('\n');
}

const maxLines = 40;

/** A file as a code block; a long file is shortened in the middle. */
function file(text: string): string {
  const lines = text.replace(/\n$/, '').split('\n');
  if (lines.length <= maxLines) return block('markdown', text);
  const [head, tail] = [lines.slice(0, 8), lines.slice(-4)];
  const left = lines.length - head.length - tail.length;
  return block('markdown', [...head, `… (${left} more lines)`, ...tail].join('\n'));
}
