import type { AgentDocument } from '../../document/agentDocument.ts';
import type { OffsetRange } from '../../document/offsets.ts';
import type { Cause, Effect, IssueCollector } from '../issue.ts';
import { explainError } from './explainError.ts';
import { lineAt } from './lines.ts';

/** Reports front matter that a tool cannot read; see `explainError`. `consequence` says what the tool does then. */
export function reportYamlError(
  document: AgentDocument,
  content: OffsetRange,
  error: { readonly reason: string; readonly offset: number },
  consequence: string,
  issues: IssueCollector,
  effect: Effect = 'rejected',
): void {
  const cause = explainError(document, content, error.offset, error.reason);
  const { code, key = '' } = cause;
  issues.addCause(
    cause,
    effect,
    consequence,
    key === '' ? {} : { field: key, data: code === 'yaml.invalid' ? { key } : undefined },
  );
}

/** What is wrong with front matter that is valid YAML but not a mapping, and what to do. */
export const noMapping = {
  problem: 'Front matter is not a mapping of keys to values',
  advice: 'Write lines of the form `key: value`, with a space after the colon',
} as const;

/** Front matter that is valid YAML but not a mapping: a list, or a line without a space after its colon. */
export function notMappingCause(document: AgentDocument, content: OffsetRange): Cause {
  const line = lineAt(document, content, content.start);
  return {
    code: 'yaml.invalid',
    range: line.start < line.end ? line : document.frontMatter.open,
    ...noMapping,
  };
}
