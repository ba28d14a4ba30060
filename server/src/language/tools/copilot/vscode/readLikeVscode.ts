import type { AgentDocument } from '../../../document/agentDocument.ts';
import { delimiterIssue } from '../../../loading/delimiterIssue.ts';
import type { Issue } from '../../../loading/issue.ts';
import { nearestKey } from '../../../loading/nearestKey.ts';
import { explainError } from '../../../loading/yaml/explainError.ts';

/** What VS Code makes of a header, with what it passes over without a word. */
export interface VscodeReading {
  readonly data: Readonly<Record<string, unknown>>;
  readonly issues: readonly Issue[];
}

/**
 * Reads a header as VS Code's own parser does. It is no YAML parser: tabs, `: ` inside of values, `@`, `*` and the
 * like are all taken as written, and of two equal keys the last counts. What it loses silently is noted: a text after
 * a closing quotation mark, the lines that an open one swallows, a key without a blank behind its colon.
 */
export function readLikeVscode(document: AgentDocument, keys: readonly string[]): VscodeReading {
  const { frontMatter, yaml } = document;
  const data = Object.fromEntries(yaml.entries.map(entry => [entry.key, entry.value]));
  return {
    data,
    issues: [...delimiterIssues(document), ...lostIssues(document), ...keyIssues(document, keys)],
  };

  /** A header that VS Code does not take for one. A file without any is fine. */
  function delimiterIssues({ text }: AgentDocument): Issue[] {
    const isAtTop =
      frontMatter.state === 'absent' || frontMatter.open.start === (text.startsWith('\uFEFF') ? 1 : 0);
    if (frontMatter.state === 'closed' && isAtTop) return [];
    const issue = delimiterIssue(document, '');
    if (issue.code === 'frontMatter.missing') return [];
    const outcome =
      issue.code === 'frontMatter.unclosed'
        ? 'VS Code takes the whole file for the header, and the text below it is lost.'
        : 'VS Code takes the header for a part of the text, without a word.';
    return [{ ...issue, effect: 'ignored', problem: `${issue.problem}${outcome}` }];
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
        problem: `${cause.message} ${cause.slip === 'space' ? 'VS Code leaves the line out without a word.' : 'VS Code reads less than is written, without a word.'}`,
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
      problem: `\`${entry.key}\` is given twice, and VS Code takes the last. Keep one of the two.`,
      field: entry.key,
      data: { winner: 'last' },
    });
  }
  return issues;
}

/** Keys that are not among those that VS Code supports in such a file. */
function keyIssues(document: AgentDocument, keys: readonly string[]): Issue[] {
  return document.yaml.entries
    .filter(({ key }) => !keys.includes(key))
    .map(({ key, keyRange }): Issue => {
      const suggestion = nearestKey(key, keys);
      return {
        code: 'key.unknown',
        effect: suggestion ? 'ignored' : 'noted',
        range: keyRange,
        problem: `VS Code ignores \`${key}\` here.${suggestion ? ` Did you mean \`${suggestion}\`?` : ''}`,
        field: key,
        ...(suggestion && { data: { suggestion } }),
      };
    });
}
