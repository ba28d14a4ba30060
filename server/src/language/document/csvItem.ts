import { type OffsetRange, touches } from './offsets.ts';

/**
 * The separator of items in one string: `Read, Grep`, `Read Grep`, `Edit|Write`. The dialect defines which field has such
 * a string.
 */
export type Separator = 'comma' | 'commaOrSpace' | 'pipe';

/** The parentheses of an item, when the cursor is between them: `Agent(a, ¦b)`. */
export interface Call {
  /** The text before the parenthesis. */
  readonly name: string;
  /** The argument at the cursor, without commas and white space. */
  readonly range: OffsetRange;
  readonly text: string;
  /** The other arguments. */
  readonly siblings: readonly string[];
}

/** One item inside a string. */
export interface CsvItem {
  readonly index: number;
  /** The item without separators and white space; an empty range at the cursor for a missing item. */
  readonly range: OffsetRange;
  readonly text: string;
  /** The string's other items. */
  readonly siblings: readonly string[];
  readonly call: Call | undefined;
}

/** The items in `range`, trimmed. Separators in parentheses do not count. */
export function itemsIn(text: string, range: OffsetRange, separator: Separator): OffsetRange[] {
  const items: OffsetRange[] = [];
  let start = -1;
  let end = -1;
  let depth = 0;
  for (let at = range.start; at < range.end; at++) {
    const char = text[at]!;
    if (depth === 0 && separates(char, separator)) {
      if (start >= 0) items.push({ start, end });
      start = -1;
      continue;
    }
    if (char === '(') depth++;
    else if (char === ')' && depth > 0) depth--;
    if (/\s/.test(char)) continue;
    if (start < 0) start = at;
    end = at + 1;
  }
  if (start >= 0) items.push({ start, end: depth > 0 ? range.end : end });
  return items;
}

/** The item at `offset`, which is in `range` or after it; `undefined` where an item is not possible. */
export function csvItemAt(
  text: string,
  range: OffsetRange,
  offset: number,
  separator: Separator,
): CsvItem | undefined {
  const items = itemsIn(text, { start: range.start, end: Math.max(range.end, offset) }, separator);
  const found = items.findIndex(item => touches(item, offset));
  if (found < 0 && !isBetween(text, range, offset, separator)) return undefined;
  const index = found < 0 ? items.filter(item => item.end < offset).length : found;
  const own = items[found] ?? { start: offset, end: offset };
  return {
    index,
    range: own,
    text: text.slice(own.start, own.end),
    siblings: items.filter((_, at) => at !== found).map(item => text.slice(item.start, item.end)),
    call: callAt(text, own, offset),
  };
}

/** The parentheses around `offset` in the item at `range`. */
export function callAt(text: string, range: OffsetRange, offset: number): Call | undefined {
  const item = text.slice(range.start, range.end);
  const match = /^([^\s()]+)\(/.exec(item);
  if (!match) return undefined;
  const start = range.start + match[0].length;
  const closing = item.lastIndexOf(')');
  const end = closing < match[0].length ? range.end : range.start + closing;
  if (offset < start || offset > end) return undefined;
  const argument = csvItemAt(text, { start, end }, offset, 'comma');
  return argument
    ? { name: match[1]!, range: argument.range, text: argument.text, siblings: argument.siblings }
    : undefined;
}

/** True when there is only white space between `offset` and the separators, or ends of the string, around it. */
function isBetween(text: string, range: OffsetRange, offset: number, separator: Separator): boolean {
  if (separator === 'commaOrSpace') return true;
  let before = offset - 1;
  while (before >= range.start && /\s/.test(text[before]!)) before--;
  let after = offset;
  while (after < range.end && /\s/.test(text[after]!)) after++;
  return (
    (before < range.start || separates(text[before]!, separator)) &&
    (after >= range.end || separates(text[after]!, separator))
  );
}

function separates(char: string, separator: Separator): boolean {
  if (separator === 'pipe') return char === '|';
  return char === ',' || (separator === 'commaOrSpace' && /\s/.test(char));
}
