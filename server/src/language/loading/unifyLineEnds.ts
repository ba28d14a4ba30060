import type { OffsetRange } from '../document/offsets.ts';

/** A part of a text with unified line endings for a parser, and the mapping back to the text's own offsets. */
export interface Unified {
  readonly yaml: string;
  /** The document offset of an offset in `yaml`. */
  toDocument(offset: number): number;
}

/** Cuts `range` out of `text` with every `\r\n` as `\n`. */
export function unifyLineEnds(text: string, range: OffsetRange): Unified {
  const part = text.slice(range.start, range.end);
  return {
    yaml: part.replaceAll('\r\n', '\n'),
    toDocument(offset) {
      let from = 0;
      let left = offset;
      for (;;) {
        const at = part.indexOf('\r\n', from);
        if (at < 0 || at - from >= left) return Math.min(range.start + from + left, range.end);
        left -= at - from;
        from = at + 1;
      }
    },
  };
}
