import type { AgentDocument } from '../../document/agentDocument.ts';
import type { OffsetRange } from '../../document/offsets.ts';
import type { LoadNote } from '../loader.ts';
import { explainFault } from './explainFault.ts';
import { lineAt } from './lines.ts';

/** The note on a front matter that a tool cannot read; see `explainFault`. `outcome` is what the tool does then. */
export function faultNote(
  document: AgentDocument,
  content: OffsetRange,
  fault: { readonly reason: string; readonly offset: number },
  outcome: string,
): LoadNote {
  const { code, range, message, key } = explainFault(document, content, fault.offset, fault.reason);
  return {
    code,
    effect: 'refused',
    range,
    message: `${message} ${outcome}`,
    ...(key && { field: key, ...(code === 'yaml.invalid' && { data: { key } }) }),
  };
}

/** The note on a front matter that is valid YAML and no map: a list, or a line without a blank behind its colon. */
export function noMapNote(document: AgentDocument, content: OffsetRange, outcome: string): LoadNote {
  const line = lineAt(document, content, content.start);
  return {
    code: 'yaml.invalid',
    effect: 'refused',
    range: line.start < line.end ? line : document.frontMatter.open,
    message: `The front matter must consist of lines \`key: value\`; mind the blank behind the colon. ${outcome}`,
  };
}
