import type { AgentDocument } from '../../document/agentDocument.ts';
import type { OffsetRange } from '../../document/offsets.ts';
import type { Issue } from '../issue.ts';
import { explainError } from './explainError.ts';
import { lineAt } from './lines.ts';

/** Reports front matter that a tool cannot read; see `explainError`. `consequence` says what the tool does then. */
export function errorIssue(
  document: AgentDocument,
  content: OffsetRange,
  error: { readonly reason: string; readonly offset: number },
  consequence: string,
): Issue {
  const { code, range, problem, advice, key } = explainError(document, content, error.offset, error.reason);
  return {
    code,
    effect: 'rejected',
    range,
    problem,
    ...(consequence && { consequence }),
    ...(advice && { advice }),
    ...(key && { field: key, ...(code === 'yaml.invalid' && { data: { key } }) }),
  };
}

/** What is wrong with front matter that is valid YAML but not a mapping, and what to do. */
export const noMapping = {
  problem: 'Front matter is not a mapping of keys to values',
  advice: 'Write lines of the form `key: value`, with a space after the colon',
} as const;

/** Reports front matter that is valid YAML but not a mapping: a list, or a line without a space after its colon. */
export function notMappingIssue(document: AgentDocument, content: OffsetRange, consequence: string): Issue {
  const line = lineAt(document, content, content.start);
  return {
    code: 'yaml.invalid',
    effect: 'rejected',
    range: line.start < line.end ? line : document.frontMatter.open,
    problem: noMapping.problem,
    ...(consequence && { consequence }),
    advice: noMapping.advice,
  };
}
