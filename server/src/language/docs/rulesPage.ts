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
      `\nReported${where(example)}:\n`,
      block('markdown', example.text),
      ...(example.fixed === undefined ? [] : ['\nAfter the fix:\n', block('markdown', example.fixed)]),
    ]),
    ...valid.flatMap(example => [`\nFine${where(example)}:\n`, block('markdown', example.text)]),
    '\nSources:\n',
    ...rule.sources.map(source => `- ${sourceLine(source)}`),
  ].join('\n');
}

function severityText({ severity }: Rule): string {
  return severity === 'byEffect' ? 'by what the tool does' : severity;
}

function where({ dialect, path, others }: RuleExample): string {
  const beside = Object.entries(others ?? {}).map(([other, text]) => `${code(other)}: ${code(text.trim())}`);
  return [
    path === undefined ? ` (${code(dialect)})` : ` (${code(dialect)}, ${code(path)})`,
    ...(beside.length > 0 ? [`, beside ${beside.join(', ')}`] : []),
  ].join('');
}
