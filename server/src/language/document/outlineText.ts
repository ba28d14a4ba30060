import type { OffsetRange } from './offsets.ts';

/** The quotes of a scalar. */
export type Quote = 'plain' | 'single' | 'double';

/** A plain or quoted scalar, which may span several lines. */
export interface ScalarOutline {
  readonly kind: 'scalar';
  /** Including quotes. */
  readonly range: OffsetRange;
  /** Between the quotes; the same as `range` for a plain scalar. */
  readonly inner: OffsetRange;
  readonly quote: Quote;
  /** False while the closing quote is missing. */
  readonly closed: boolean;
}

/** The offsets of a line. */
export interface OutlineLine {
  readonly start: number;
  /** Without the line break. */
  readonly end: number;
  /** Start of the next line. */
  readonly next: number;
  /** The number of white space characters at its start. */
  readonly indent: number;
}

/** The bounds of a value: `limit`, and the next line that starts another node at `column` or before. */
export interface Bounds {
  readonly limit: number;
  /** The column of the key or dash that the value belongs to. */
  readonly column: number;
}

/** The line that starts at `start`, cut off at `limit`. */
export function lineAt(text: string, start: number, limit: number): OutlineLine {
  const found = text.indexOf('\n', start);
  const next = found < 0 || found >= limit ? limit : found + 1;
  let end = found < 0 || found >= limit ? limit : found;
  if (end > start && text[end - 1] === '\r') end--;
  let indent = 0;
  while (start + indent < end && /[ \t\uFEFF]/.test(text[start + indent]!)) indent++;
  return { start, end, next: Math.max(next, start + 1), indent };
}

/** The first line of a `|` or `>` scalar. */
export const blockHeader = /^[|>][-+1-9]{0,2}[ \t]*(?:#.*)?$/;

const loneWord = /^[A-Za-z_$][\w$.-]*$/;
const plainStart = /[^\s"'#:,[\]{}&*!|>%@`-]/;

/** A possible key: its range without quotes, and whether it is one plain word. */
export interface KeyOutline {
  readonly range: OffsetRange;
  readonly quote: Quote;
  readonly isLoneWord: boolean;
}

/** The key that starts at `at`: all before a colon, or the line's only word. */
export function keyOf(text: string, at: number, lineEnd: number): KeyOutline | undefined {
  const first = text[at]!;
  if (first === '"' || first === "'") {
    const end = endOfQuote(text, at, lineEnd);
    return end === undefined
      ? undefined
      : {
          range: { start: at + 1, end },
          quote: first === '"' ? 'double' : 'single',
          isLoneWord: false,
        };
  }
  if (!plainStart.test(first) && !(first === '-' && /\S/.test(text[at + 1] ?? ' '))) return undefined;
  let end = at;
  let next = at;
  for (; next < lineEnd; next++) {
    const char = text[next]!;
    if (char === ':' && (next + 1 >= lineEnd || /[ \t]/.test(text[next + 1]!))) break;
    if (char === '#' && /[ \t]/.test(text[next - 1]!)) break;
    if (!/[ \t]/.test(char)) end = next + 1;
  }
  const range = { start: at, end };
  if (text[next] === ':' && next < lineEnd) return { range, quote: 'plain', isLoneWord: false };
  const word = text.slice(at, end);
  if (loneWord.test(word)) return { range, quote: 'plain', isLoneWord: true };
  const colon = word.indexOf(':');
  return colon > 0 && loneWord.test(word.slice(0, colon)) && word[colon + 1] !== '/'
    ? { range: { start: at, end: at + colon }, quote: 'plain', isLoneWord: true }
    : undefined;
}

/**
 * The colon after a key. With `allowsMissingSpace`, `model:sonnet` counts as a key too: in YAML it is a plain scalar, but
 * its author meant a value.
 */
export function colonOf(
  text: string,
  key: KeyOutline,
  lineEnd: number,
  allowsMissingSpace: boolean,
): number | undefined {
  let at = key.range.end + (key.quote === 'plain' ? 0 : 1);
  while (at < lineEnd && /[ \t]/.test(text[at]!)) at++;
  if (at >= lineEnd || text[at] !== ':') return undefined;
  const isSpaced = at + 1 >= lineEnd || /[ \t]/.test(text[at + 1]!);
  return isSpaced || (allowsMissingSpace && key.isLoneWord) ? at : undefined;
}

/** A plain scalar: up to the end of the line or a comment, and over following lines with more indentation. */
export function scanPlain(text: string, at: number, line: OutlineLine, bounds: Bounds): ScalarOutline {
  let end = endOfPlain(text, at, line.end);
  let { next } = line;
  let isCut = end < trimmedEnd(text, at, line.end);
  while (!isCut && next < bounds.limit) {
    const following = lineAt(text, next, bounds.limit);
    const start = following.start + following.indent;
    next = following.next;
    if (start >= following.end) continue;
    if (following.indent <= bounds.column || text[start] === '#') break;
    end = endOfPlain(text, start, following.end);
    isCut = end < trimmedEnd(text, start, following.end);
  }
  const range = { start: at, end };
  return { kind: 'scalar', range, inner: range, quote: 'plain', closed: true };
}

/** A quoted scalar. An unclosed one ends with its first line, so that it does not include the next keys. */
export function scanQuoted(text: string, at: number, bounds: Bounds): ScalarOutline {
  const quote = text[at] === '"' ? 'double' : 'single';
  let line = lineAt(text, at, bounds.limit);
  const firstLineEnd = line.end;
  let from = at + 1;
  for (;;) {
    const end = endOfQuote(text, from - 1, line.end, quote === 'double' ? '"' : "'");
    if (end !== undefined)
      return {
        kind: 'scalar',
        range: { start: at, end: end + 1 },
        inner: { start: at + 1, end },
        quote,
        closed: true,
      };
    if (line.next >= bounds.limit) break;
    line = lineAt(text, line.next, bounds.limit);
    if (startsSomethingElse(text, line, bounds.column)) break;
    from = line.start;
  }
  const end = Math.max(trimmedEnd(text, at, firstLineEnd), at + 1);
  return { kind: 'scalar', range: { start: at, end }, inner: { start: at + 1, end }, quote, closed: false };
}

/** True for a line that starts a key or an item at `column` or before, which ends any open node above. */
export function startsSomethingElse(text: string, line: OutlineLine, column: number): boolean {
  const at = line.start + line.indent;
  if (line.indent > column || at >= line.end) return false;
  if (text[at] === '-') return at + 1 >= line.end || /[ \t]/.test(text[at + 1]!);
  const key = keyOf(text, at, line.end);
  return key !== undefined && /^[\w$.-]+$/.test(text.slice(key.range.start, key.range.end));
}

/** The end on this line of the quote that opens at `at`; skips escapes and doubled single quotes. */
function endOfQuote(text: string, at: number, lineEnd: number, quote = text[at]): number | undefined {
  for (let next = at + 1; next < lineEnd; next++) {
    if (quote === '"' && text[next] === '\\') next++;
    else if (text[next] === quote) {
      if (quote === "'" && text[next + 1] === "'") next++;
      else return next;
    }
  }
  return undefined;
}

function endOfPlain(text: string, at: number, lineEnd: number): number {
  for (let next = at + 1; next < lineEnd; next++)
    if (text[next] === '#' && /[ \t]/.test(text[next - 1]!)) return trimmedEnd(text, at, next);
  return trimmedEnd(text, at, lineEnd);
}

function trimmedEnd(text: string, start: number, end: number): number {
  let trimmed = end;
  while (trimmed > start && /\s/.test(text[trimmed - 1]!)) trimmed--;
  return trimmed;
}
