import type { OffsetRange } from '../../../document/offsets.ts';

/** What Python counts as white space. */
const space = '[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
const spaceAtStart = new RegExp(`^${space}+`);
const spaceAtEnd = new RegExp(`${space}+$`);

/** The range of a part of a text without the white space around it, as Python's `strip` leaves it. */
export function pythonStripped(text: string, { start, end }: OffsetRange): OffsetRange {
  const part = text.slice(start, end);
  const lead = spaceAtStart.exec(part)?.[0].length ?? 0;
  if (lead === part.length) return { start: end, end };
  return { start: start + lead, end: end - (spaceAtEnd.exec(part)?.[0].length ?? 0) };
}

/** The parts of a text between lines of three or more dashes. */
export interface BoundaryParts {
  /** What is above the first of these lines. */
  readonly above: OffsetRange;
  readonly yaml: OffsetRange;
  readonly body: OffsetRange;
}

/**
 * Splits a text at its first two lines of three or more dashes, with white space and empty lines after each, as the
 * package python-frontmatter does, and others after it. The lines may be anywhere. `undefined` if there are not two.
 */
export function splitAtBoundaries(text: string, start = 0): BoundaryParts | undefined {
  const boundary = new RegExp(`(?<![^\\n\\r])-{3,}${space}*(?![^\\n\\r])`, 'g');
  const part = text.slice(start);
  const open = boundary.exec(part);
  const close = open && boundary.exec(part);
  if (!close) return undefined;
  return {
    above: { start, end: start + open.index },
    yaml: { start: start + open.index + open[0].length, end: start + close.index },
    body: { start: start + close.index + close[0].length, end: text.length },
  };
}
