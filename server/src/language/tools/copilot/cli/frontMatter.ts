import { lineEnd } from '../../../document/lines.ts';
import type { OffsetRange } from '../../../document/offsets.ts';

/** The two parts of a file as Copilot CLI splits it. */
export interface Split {
  readonly yaml: OffsetRange;
  readonly body: OffsetRange;
}

/**
 * Splits a file at its delimiters as Copilot CLI does: after one byte order mark the first line must be `---`, and the
 * next line that is `---` closes, trailing spaces of either aside. `undefined` when one of the two is missing.
 */
export function splitLikeCopilot(text: string): Split | undefined {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const opening = lineEnd(text, start);
  if (!isDelimiter(text.slice(start, opening)) || opening === text.length) return undefined;
  for (let at = opening + 1; at <= text.length; ) {
    const end = lineEnd(text, at);
    if (isDelimiter(text.slice(at, end)))
      return {
        yaml: { start: opening + 1, end: Math.max(opening + 1, at - 1) },
        body: { start: Math.min(end + 1, text.length), end: text.length },
      };
    at = end + 1;
  }
  return undefined;
}

function isDelimiter(line: string): boolean {
  return line.startsWith('---') && /^[\s\u0085]*$/.test(line.slice(3)) && !line.includes('\uFEFF');
}
