/** A half-open span of document text. Both ends are offsets in UTF-16 code units, as everywhere in the core. */
export interface OffsetRange {
  readonly start: number;
  readonly end: number;
}

/** True when `offset` lies in `range` or touches one of its ends, which is where a caret belongs to a word. */
export function touches(range: OffsetRange, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}

/** True when the two spans share at least one character, or one is empty and lies within the other. */
export function overlaps(a: OffsetRange, b: OffsetRange): boolean {
  return a.start < b.end && b.start < a.end ? true : touches(a, b.start) && touches(a, b.end);
}

/** The span of `range` without white space at either end; an empty span at its start when nothing is left. */
export function trimRange(text: string, range: OffsetRange): OffsetRange {
  let { start, end } = range;
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return start === end ? { start: range.start, end: range.start } : { start, end };
}
