import { lineAfter, lineEnd } from './lines.ts';
import type { OffsetRange } from './offsets.ts';

/** One part of a dotted key, without quotes. */
export interface TomlKey {
  readonly text: string;
  readonly range: OffsetRange;
}

/** A `key = value` or the header of a table. */
export interface TomlStatement {
  readonly keys: readonly TomlKey[];
  /** The value without comment; `undefined` for a header. */
  readonly value: OffsetRange | undefined;
  /** True for the header of an item of an array of tables: `[[x]]`. */
  readonly isItem: boolean;
  /** Its lines, including the last line break. */
  readonly lines: OffsetRange;
}

/**
 * Finds the keys and tables of a TOML text by its strings and brackets, line by line: what a strict parser refuses costs
 * its own line only. Never throws; costs one scan of the text.
 */
export function scanToml(text: string): TomlStatement[] {
  const found: TomlStatement[] = [];
  for (let at = text.startsWith('\uFEFF') ? 1 : 0; at < text.length; ) {
    const statement = headerAt(text, at) ?? pairAt(text, at);
    if (statement) found.push(statement);
    at = statement ? statement.lines.end : lineAfter(text, at);
  }
  return found;
}

function headerAt(text: string, line: number): TomlStatement | undefined {
  const open = skipSpaces(text, line);
  if (text[open] !== '[') return undefined;
  const isItem = text[open + 1] === '[';
  const keys = keysAt(text, open + (isItem ? 2 : 1));
  if (keys.parts.length === 0) return undefined;
  return {
    keys: keys.parts,
    value: undefined,
    isItem,
    lines: { start: line, end: lineAfter(text, keys.end) },
  };
}

function pairAt(text: string, line: number): TomlStatement | undefined {
  const { parts, end } = keysAt(text, skipSpaces(text, line));
  if (parts.length === 0 || text[end] !== '=') return undefined;
  const start = skipSpaces(text, end + 1);
  const value = { start, end: endOfValue(text, start) };
  return { keys: parts, value, isItem: false, lines: { start: line, end: lineAfter(text, value.end) } };
}

const bare = /[\w-]+/y;

/** The dotted key at an offset, and where the next character behind it is. */
export function keysAt(
  text: string,
  from: number,
): { readonly parts: readonly TomlKey[]; readonly end: number } {
  const parts: TomlKey[] = [];
  for (let at = from; ; at++) {
    const start = skipSpaces(text, at);
    const quote = text[start];
    let end: number;
    if (quote === '"' || quote === "'") {
      end = endOfLineString(text, start);
      const isClosed = end > start + 1 && text[end - 1] === quote;
      const range = { start: start + 1, end: isClosed ? end - 1 : end };
      parts.push({ text: unescaped(text.slice(range.start, range.end), quote), range });
    } else {
      bare.lastIndex = start;
      const word = bare.exec(text)?.[0];
      if (word === undefined) return { parts: [], end: start };
      end = start + word.length;
      parts.push({ text: word, range: { start, end } });
    }
    at = skipSpaces(text, end);
    if (text[at] !== '.') return { parts, end: at };
  }
}

function unescaped(written: string, quote: string): string {
  if (quote === "'" || !written.includes('\\')) return written;
  try {
    return JSON.parse(`"${written}"`) as string;
  } catch {
    return written;
  }
}

/** The end of a value: after its closing quote or bracket, or before a comment or the end of its line. */
function endOfValue(text: string, from: number): number {
  let depth = 0;
  let end = from;
  for (let at = from; at < text.length; ) {
    const character = text[at]!;
    if (character === '"' || character === "'") {
      at = endOfString(text, at);
      end = at;
      continue;
    }
    if (character === '#') {
      if (depth === 0) break;
      at = lineEnd(text, at);
      continue;
    }
    if (character === '\n' && depth <= 0) break;
    if (character === '[' || character === '{') depth++;
    if (character === ']' || character === '}') depth--;
    at++;
    if (!/\s/.test(character)) end = at;
  }
  return end;
}

/** The end of the string that begins at `open`: after its closing quotes, or of its line or the text without them. */
export function endOfString(text: string, open: number): number {
  const quote = text[open]!;
  if (!text.startsWith(quote.repeat(3), open)) return endOfLineString(text, open);
  for (let at = open + 3; at < text.length; at++) {
    if (quote === '"' && text[at] === '\\') at++;
    else if (text[at] === quote && text.startsWith(quote.repeat(3), at)) {
      let end = at + 3;
      // The text may end in up to two quotes.
      while (end < at + 5 && text[end] === quote) end++;
      return end;
    }
  }
  return text.length;
}

function endOfLineString(text: string, open: number): number {
  const quote = text[open]!;
  for (let at = open + 1; at < text.length; at++) {
    if (text[at] === '\n') return text[at - 1] === '\r' ? at - 1 : at;
    if (quote === '"' && text[at] === '\\' && text[at + 1] !== '\n') at++;
    else if (text[at] === quote) return at + 1;
  }
  return text.length;
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at;
}
