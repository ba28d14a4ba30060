import type { OffsetRange } from '../../document/offsets.ts';
import { unifyLineEnds } from '../../loading/unifyLineEnds.ts';

/** The parts of a file as Continue splits it. */
export interface ContinueSplit {
  /** The YAML, with unified line endings. */
  readonly yaml: string;
  /** The range of the YAML in the document. */
  readonly content: OffsetRange;
  /** Everything below the second delimiter. Continue drops blank lines after further delimiters. */
  readonly body: OffsetRange;
  /** The document offset of an offset in `yaml`. */
  toDocument(offset: number): number;
}

/**
 * Splits a file as Continue does: at every line `---`, trailing spaces aside, wherever it is. The text before the first
 * one is dropped silently, so a file may start with anything but a byte order mark directly before the delimiter.
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
