/** A half-open range of document text, in UTF-16 code units, as everywhere in the core. */
export interface OffsetRange {
  readonly start: number;
  readonly end: number;
}

/** True when `offset` is inside `range` or at one of its ends, where a cursor touches a word. */
export function touches(range: OffsetRange, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}

/** True when the two ranges share a character, or one is empty and inside the other. */
export function overlaps(a: OffsetRange, b: OffsetRange): boolean {
  return a.start < b.end && b.start < a.end ? true : touches(a, b.start) && touches(a, b.end);
}

/** `range` without white space at either end; an empty range at its start when nothing is left. */
export function trimRange(text: string, range: OffsetRange): OffsetRange {
  let { start, end } = range;
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return start === end ? { start: range.start, end: range.start } : { start, end };
}
