import { type OffsetRange, trimRange } from '../../../document/offsets.ts';

/** The prompt: the text from `start` on without white space at either end. */
export function promptRange(text: string, start: number): OffsetRange {
  return trimRange(text, { start: Math.min(start, text.length), end: text.length });
}
