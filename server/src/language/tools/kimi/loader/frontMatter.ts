import { lineEnd } from '../../../document/lines.ts';
import type { OffsetRange } from '../../../document/offsets.ts';

/** The two parts of a file as Kimi Code splits it, or the delimiter that is missing. */
export type KimiSplit =
  | {
      readonly state: 'split';
      readonly yaml: OffsetRange;
      /** The line that it reads as the closing delimiter. */
      readonly close: OffsetRange;
      readonly body: OffsetRange;
    }
  | { readonly state: 'missing' | 'unclosed' };

/**
 * Splits a file as Kimi Code does: at the first line, and at the next one that is `---`, both *trimmed*. So a byte
 * order mark is accepted, and an indented `---` inside a block scalar closes the front matter.
 */
export function splitLikeKimi(text: string): KimiSplit {
  const opening = lineEnd(text, 0);
  if (text.slice(0, opening).trim() !== '---') return { state: 'missing' };
  for (let at = opening + 1; at <= text.length; ) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end);
    if (line.trim() === '---') {
      const start = at + line.indexOf('---');
      return {
        state: 'split',
        yaml: { start: opening + 1, end: at },
        close: { start, end: start + 3 },
        body: { start: Math.min(end + 1, text.length), end: text.length },
      };
    }
    at = end + 1;
  }
  return { state: 'unclosed' };
}
