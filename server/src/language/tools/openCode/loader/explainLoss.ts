import type { AgentDocument } from '../../../document/agentDocument.ts';
import type { OffsetRange } from '../../../document/offsets.ts';
import type { Entry } from '../../../document/yamlTree.ts';
import type { GrayMatterError } from '../../../loading/grayMatter.ts';
import { explainError } from '../../../loading/yaml/explainError.ts';
import { restOfLine } from '../../../loading/yaml/lines.ts';
import { firstLine } from './fieldPlaces.ts';

/** Why gray-matter cannot read a front matter, in its author's terms. */
export interface Loss {
  readonly range: OffsetRange;
  /** Whole sentences: what is wrong, and what to do. */
  readonly message: string;
  /** The key whose value it helps to put in quotes. */
  readonly key?: string;
  /** What to write in the place of `range`, where that alone is at fault. */
  readonly suggestion?: string;
}

/**
 * Says what is wrong, and where, with the front matter `matter` that gray-matter threw at. `entries` are the keys that
 * can be at fault: all of them where it is not known better.
 */
export function explainLoss(
  document: AgentDocument,
  { error, matter }: { readonly error: GrayMatterError; readonly matter: OffsetRange },
  entries: readonly Entry[] = document.yaml.entries,
): Loss {
  if (error.cause === 'language')
    return {
      range: firstLine(document.text),
      message: `Behind \`---\` stands \`${error.language.slice(0, 40)}\`, a language that it has no reader for. Write \`---\` alone.`,
    };
  const entry = document.yaml.entries.findLast(({ lines }) => lines.start <= error.offset);
  if (error.cause === 'json')
    return { range: restOfLine(document, error.offset, entry), message: 'The JSON is invalid.' };
  const { slip, ...cause } = explainError(document, matter, error.offset, error.reason, entries);
  return slip === 'key'
    ? { ...cause, suggestion: `"${document.slice(cause.range)}"` }
    : { ...cause, range: restOfLine(document, cause.range.start, entry) };
}
