import type { Rule, RuleExample } from '../rules/rule.ts';
import { block, code, generatedPage, sourceLine, table } from './markdown.ts';

/** `docs/rules.md`: what can be said about an agent file, why, and on what grounds. */
export function rulesPage(rules: readonly Rule[]): string {
  return [
    generatedPage(
      'Rules',
      [
        'An error means that the tool will not do what the file says: it is not loaded, or a limit in it does not hold.',
        'Set a rule to another severity or `off` with the setting `agentFiles.rules`.',
        'In the examples, a line of `^^^^` stands under the text that a diagnostic is about.',
      ].join(' '),
    ),
    table(
      ['Rule', 'What it asks for', 'Severity'],
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
    ...valid.flatMap(example => exampleLines('Fine', example)),
    '\nSources:\n',
    ...rule.sources.map(source => `- ${sourceLine(source)}`),
  ].join('\n');
}

function severityText({ severity }: Rule): string {
  return severity === 'byEffect' ? 'by what the tool does' : severity;
}

/** An example with what it shows, and with the files around it that matter: short ones in the line, others below it. */
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

const mostLines = 40;

/** A file as a block; of one that is long, its beginning and its end. */
function file(text: string): string {
  const lines = text.replace(/\n$/, '').split('\n');
  if (lines.length <= mostLines) return block('markdown', text);
  const [head, tail] = [lines.slice(0, 8), lines.slice(-4)];
  const left = lines.length - head.length - tail.length;
  return block('markdown', [...head, `… (${left} more lines)`, ...tail].join('\n'));
}
