import type { AgentDocument } from '../../../document/agentDocument.ts';
import type { OffsetRange } from '../../../document/offsets.ts';
import type { Entry } from '../../../document/yamlTree.ts';
import type { GrayMatterError } from '../../../loading/grayMatter.ts';
import type { IssueText } from '../../../loading/issue.ts';
import { explainError } from '../../../loading/yaml/explainError.ts';
import { restOfLine } from '../../../loading/yaml/lines.ts';
import { firstLine } from './fieldPlaces.ts';

/** Why gray-matter cannot read front matter. */
export interface Loss extends Pick<IssueText, 'problem' | 'advice'> {
  readonly range: OffsetRange;
  /** The key whose value it helps to quote. */
  readonly key?: string;
  /** The replacement for `range`, where that alone causes the error. */
  readonly suggestion?: string;
}

/**
 * Explains what is wrong, and where, with the front matter `matter` on which gray-matter threw. `entries` are the keys
 * that can cause it: all of them where nothing narrower is known.
 */
export function explainLoss(
  document: AgentDocument,
  { error, matter }: { readonly error: GrayMatterError; readonly matter: OffsetRange },
  entries: readonly Entry[] = document.yaml.entries,
): Loss {
  if (error.cause === 'language')
    return {
      range: firstLine(document.text),
      problem: `Unknown front matter language \`${error.language.slice(0, 40)}\``,
      advice: 'Write `---` alone',
    };
  const entry = document.yaml.entries.findLast(({ lines }) => lines.start <= error.offset);
  if (error.cause === 'json')
    return {
      range: restOfLine(document, error.offset, entry),
      problem: 'Front matter is not valid JSON',
    };
  const { slip, range, problem, advice, key } = explainError(
    document,
    matter,
    error.offset,
    error.reason,
    entries,
  );
  const cause = { problem, ...(advice && { advice }), ...(key !== undefined && { key }) };
  return slip === 'key'
    ? { ...cause, range, suggestion: `"${document.slice(range)}"` }
    : { ...cause, range: restOfLine(document, range.start, entry) };
}
