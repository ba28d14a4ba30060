import type { AgentDocument } from '../../document/agentDocument.ts';
import type { OffsetRange } from '../../document/offsets.ts';
import type { Issue } from '../issue.ts';
import { explainError } from './explainError.ts';
import { lineAt } from './lines.ts';

/** The note on a front matter that a tool cannot read; see `explainFault`. `outcome` is what the tool does then. */
export function errorIssue(
  document: AgentDocument,
  content: OffsetRange,
  error: { readonly reason: string; readonly offset: number },
  outcome: string,
): Issue {
  const { code, range, message, key } = explainError(document, content, error.offset, error.reason);
  return {
    code,
    effect: 'rejected',
    range,
    problem: `${message} ${outcome}`,
    ...(key && { field: key, ...(code === 'yaml.invalid' && { data: { key } }) }),
  };
}

/** The note on a front matter that is valid YAML and no map: a list, or a line without a blank behind its colon. */
export function noMapIssue(document: AgentDocument, content: OffsetRange, outcome: string): Issue {
  const line = lineAt(document, content, content.start);
  return {
    code: 'yaml.invalid',
    effect: 'rejected',
    range: line.start < line.end ? line : document.frontMatter.open,
    problem: `The front matter must consist of lines \`key: value\`; mind the blank behind the colon. ${outcome}`,
  };
}
