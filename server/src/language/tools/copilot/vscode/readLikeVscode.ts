import type { AgentDocument } from '../../../document/agentDocument.ts';
import { delimiterIssue } from '../../../loading/delimiterIssue.ts';
import type { Issue } from '../../../loading/issue.ts';
import { nearestKey } from '../../../loading/nearestKey.ts';
import { problems } from '../../../loading/problems.ts';
import { explainError } from '../../../loading/yaml/explainError.ts';

/** The front matter as VS Code reads it, with what it silently ignores. */
export interface VscodeReading {
  readonly data: Readonly<Record<string, unknown>>;
  readonly issues: readonly Issue[];
}

/**
 * Reads front matter as VS Code's own parser does, which is not a YAML parser: tabs, `: ` inside values, `@`, `*` and the
 * like are kept as written, and the last of two equal keys applies. What it loses silently is reported: text after a
 * closing quotation mark, the lines after an unclosed one, a key without a space after its colon.
 */
export function readLikeVscode(document: AgentDocument, keys: readonly string[]): VscodeReading {
  const { frontMatter, yaml } = document;
  const data = Object.fromEntries(yaml.entries.map(entry => [entry.key, entry.value]));
  return {
    data,
    issues: [...delimiterIssues(document), ...lostIssues(document), ...keyIssues(document, keys)],
  };

  /** Reports front matter that VS Code does not recognize. A file without any is valid. */
  function delimiterIssues({ text }: AgentDocument): Issue[] {
    const isAtTop =
      frontMatter.state === 'absent' || frontMatter.open.start === (text.startsWith('\uFEFF') ? 1 : 0);
    if (frontMatter.state === 'closed' && isAtTop) return [];
    const issue = delimiterIssue(document, '');
    if (issue.code === 'frontMatter.missing') return [];
    const consequence =
      issue.code === 'frontMatter.unclosed'
        ? 'VS Code reads the whole file as front matter, and the text below it is lost'
        : 'VS Code silently reads the front matter as part of the text';
    return [{ ...issue, effect: 'ignored', consequence }];
  }
}

function lostIssues(document: AgentDocument): Issue[] {
  const issues: Issue[] = [];
  const { yaml, frontMatter } = document;
  const [error] = yaml.errors;
  if (error) {
    const cause = explainError(document, frontMatter.content, error.range.start, error.code);
    if (cause.slip === 'space' || cause.slip === 'quote')
      issues.push({
        code: 'yaml.invalid',
        effect: cause.slip === 'space' ? 'ignored' : 'changed',
        range: cause.range,
        problem: cause.problem,
        consequence:
          cause.slip === 'space'
            ? 'VS Code silently skips the line'
            : 'VS Code silently reads less than is written',
        ...(cause.advice && { advice: cause.advice }),
        ...(cause.key && { field: cause.key, data: { key: cause.key } }),
      });
  }
  const last = new Map(yaml.entries.map(entry => [entry.key, entry]));
  for (const entry of yaml.entries) {
    if (last.get(entry.key) === entry) continue;
    issues.push({
      code: 'yaml.duplicateKey',
      effect: 'changed',
      range: entry.keyRange,
      problem: `Duplicate key \`${entry.key}\``,
      consequence: 'VS Code uses the last one',
      advice: 'Keep one of the two',
      field: entry.key,
      data: { winner: 'last' },
    });
  }
  return issues;
}

/** Reports keys that VS Code does not support in such a file. */
function keyIssues(document: AgentDocument, keys: readonly string[]): Issue[] {
  return document.yaml.entries
    .filter(({ key }) => !keys.includes(key))
    .map(({ key, keyRange }): Issue => {
      const suggestion = nearestKey(key, keys);
      return {
        code: 'key.unknown',
        effect: suggestion ? 'ignored' : 'noted',
        range: keyRange,
        problem: problems.unknownKey(key),
        consequence: 'VS Code ignores it here',
        field: key,
        ...(suggestion && { advice: `Did you mean \`${suggestion}\`?`, data: { suggestion } }),
      };
    });
}
