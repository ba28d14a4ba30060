import type { OffsetRange } from '../../../document/offsets.ts';
import { unifyLineEnds } from '../../../loading/unifyLineEnds.ts';

/** The parts of a file as Continue cuts it. */
export interface ContinueSplit {
  /** The YAML, line ends unified. */
  readonly yaml: string;
  /** Where the YAML stands in the document. */
  readonly content: OffsetRange;
  /** The prompt with everything below the second fence; Continue drops blank lines behind further fences. */
  readonly body: OffsetRange;
  /** The document offset of an offset in `yaml`. */
  toDocument(offset: number): number;
}

/**
 * Cuts a file as Continue does: at every line `---`, blanks behind it aside, wherever it stands. What comes before the
 * first is dropped without a word, so a file may begin with anything but a byte order mark glued to the fence.
 */
export function splitLikeContinue(text: string): ContinueSplit | undefined {
  const unified = unifyLineEnds(text, { start: 0, end: text.length });
  const delimiters = unified.yaml.matchAll(/^---\s*$/gm);
  const open = delimiters.next().value;
  const close = delimiters.next().value;
  if (!open || !close) return undefined;
  const from = open.index + open[0].length;
  const below = close.index + close[0].length;
  return {
    yaml: unified.yaml.slice(from, close.index),
    content: { start: unified.toDocument(from), end: unified.toDocument(close.index) },
    body: { start: unified.toDocument(below), end: text.length },
    toDocument: offset => unified.toDocument(from + offset),
  };
}
