import type { AgentDocument } from '../../../document/agentDocument.ts';
import { delimiterCause } from '../../../loading/delimiterCause.ts';
import { reportIgnoredKey } from '../../../loading/ignoredKey.ts';
import type { IssueCollector } from '../../../loading/issue.ts';
import { findMeantFrontMatter } from '../../../loading/meantFrontMatter.ts';
import { problems } from '../../../loading/problems.ts';
import { explainError } from '../../../loading/yaml/explainError.ts';

/**
 * Reads front matter as VS Code's own parser does, which is not a YAML parser: tabs, `: ` inside values, `@`, `*` and the
 * like are kept as written, and the last of two equal keys applies. What it loses silently is reported: text after a
 * closing quotation mark, the lines after an unclosed one, a key without a space after its colon.
 */
export function readLikeVscode(
  document: AgentDocument,
  keys: readonly string[],
  issues: IssueCollector,
): Readonly<Record<string, unknown>> {
  reportDelimiter(document, keys, issues);
  reportLost(document, issues);
  reportKeys(document, keys, issues);
  return Object.fromEntries(document.yaml.entries.map(entry => [entry.key, entry.value]));
}

/** Reports front matter that VS Code does not recognize. A file without any is valid. */
function reportDelimiter(document: AgentDocument, keys: readonly string[], issues: IssueCollector): void {
  const { text, frontMatter } = document;
  const isAtTop =
    frontMatter.state === 'absent' || frontMatter.open.start === (text.startsWith('\uFEFF') ? 1 : 0);
  if (frontMatter.state === 'closed' && isAtTop) return;
  const meant = findMeantFrontMatter(text, keys);
  if (!meant && frontMatter.state === 'absent') return;
  const cause = delimiterCause(document, keys);
  const consequence =
    cause.code === 'frontMatter.unclosed'
      ? 'VS Code reads the whole file as front matter, and the text below it is lost'
      : 'VS Code silently reads the front matter as part of the text';
  const isLimited = meant?.keys.has('tools') || (!meant && document.entry('tools') !== undefined);
  issues.addCause(cause, isLimited ? 'unrestricted' : 'ignored', consequence);
}

function reportLost(document: AgentDocument, issues: IssueCollector): void {
  const { yaml, frontMatter } = document;
  const [error] = yaml.errors;
  if (error) {
    const cause = explainError(document, frontMatter.content, error.range.start, error.code);
    const { range, problem, advice, key, slip } = cause;
    const about = key ? { field: key, data: { key } } : {};
    const text = { problem, advice };
    if (slip === 'space') {
      const consequence = 'VS Code silently skips the line';
      issues.add('yaml.invalid', 'ignored', range, { ...text, consequence }, about);
    } else if (slip === 'quote') {
      const consequence = 'VS Code silently reads less than is written';
      issues.add('yaml.invalid', 'changed', range, { ...text, consequence }, about);
    }
  }
  const last = new Map(yaml.entries.map(entry => [entry.key, entry]));
  for (const entry of yaml.entries)
    if (last.get(entry.key) !== entry)
      issues.add(
        'yaml.duplicateKey',
        'changed',
        entry.keyRange,
        {
          problem: problems.duplicateKey(entry.key),
          consequence: 'VS Code uses the last one',
          advice: 'Keep one of the two',
        },
        { field: entry.key, data: { winner: 'last' } },
      );
}

/** Reports keys that VS Code does not support in such a file. */
function reportKeys(document: AgentDocument, keys: readonly string[], issues: IssueCollector): void {
  const vscode = { tool: 'VS Code', where: ' here' };
  for (const entry of document.yaml.entries)
    if (!keys.includes(entry.key)) reportIgnoredKey(entry, keys, vscode, issues);
}
