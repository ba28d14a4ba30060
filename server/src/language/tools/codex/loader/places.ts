import type { Path } from '../../../document/agentDocument.ts';
import { lineEnd } from '../../../document/lines.ts';
import type { OffsetRange } from '../../../document/offsets.ts';
import type { Places } from '../../../loading/places.ts';

/** One `key = value` or `[table]` of a TOML text, with its full path. */
export interface TomlEntry {
  readonly path: readonly string[];
  /** The key alone, or what is in the brackets of a table. */
  readonly key: OffsetRange;
  /** The value; the same as `key` for a table. */
  readonly value: OffsetRange;
}

/**
 * Finds keys and tables by a light scan that recognizes strings and brackets, since the parser keeps no positions.
 * It also works on invalid TOML, line by line.
 */
export function scanToml(text: string): TomlEntry[] {
  const entries: TomlEntry[] = [];
  let prefix: readonly string[] = [];
  for (let at = 0; at < text.length; ) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end);
    const table = /^(\s*\[{1,2}\s*)([^\]\r\n#]+?)\s*\]{1,2}/.exec(line);
    const pair = table
      ? null
      : /^(\s*)((?:"(?:[^"\\]|\\.)*"|'[^']*'|[\w-]+)(?:\s*\.\s*(?:"(?:[^"\\]|\\.)*"|'[^']*'|[\w-]+))*)\s*=[ \t]*/.exec(
          line,
        );
    if (table) {
      prefix = keysOf(table[2]!);
      const start = at + table[1]!.length;
      const key = { start, end: start + table[2]!.length };
      entries.push({ path: prefix, key, value: key });
      at = end + 1;
    } else if (pair) {
      const start = at + pair[1]!.length;
      const valueStart = at + pair[0].length;
      const valueEnd = endOfValue(text, valueStart);
      entries.push({
        path: [...prefix, ...keysOf(pair[2]!)],
        key: { start, end: start + pair[2]!.length },
        value: { start: valueStart, end: valueEnd },
      });
      at = lineEnd(text, valueEnd) + 1;
    } else at = end + 1;
  }
  return entries;
}

/** The places of a TOML text; `otherwise` is the range of what is written nowhere. */
export function tomlPlaces(entries: readonly TomlEntry[], otherwise: OffsetRange): Places {
  const find = (path: Path): TomlEntry | undefined => {
    for (let length = path.length; length > 0; length--) {
      const steps = path.slice(0, length).map(String);
      const found = entries.findLast(
        entry => entry.path.length === length && entry.path.every((key, index) => key === steps[index]),
      );
      if (found) return found;
      const inside = entries.find(
        entry => entry.path.length > length && steps.every((key, index) => key === entry.path[index]),
      );
      if (inside) return inside;
    }
    return undefined;
  };
  return {
    value: path => find(path)?.value ?? otherwise,
    key: path => find(path)?.key ?? otherwise,
  };
}

function keysOf(dotted: string): string[] {
  return [...dotted.matchAll(/"((?:[^"\\]|\\.)*)"|'([^']*)'|[\w-]+/g)].map(
    match => match[1] ?? match[2] ?? match[0],
  );
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
    if (character === '\n' && depth === 0) break;
    if (character === '[' || character === '{') depth++;
    if (character === ']' || character === '}') depth--;
    at++;
    if (!/\s/.test(character)) end = at;
  }
  return end;
}

function endOfString(text: string, open: number): number {
  const quote = text[open]!;
  if (text.startsWith(quote.repeat(3), open)) {
    let at = open + 3;
    while (at < text.length && !text.startsWith(quote.repeat(3), at))
      at += quote === '"' && text[at] === '\\' ? 2 : 1;
    while (text[at + 3] === quote) at++;
    return Math.min(at + 3, text.length);
  }
  for (let at = open + 1; at < text.length; at++) {
    if (text[at] === '\n') return at;
    if (quote === '"' && text[at] === '\\') at++;
    else if (text[at] === quote) return at + 1;
  }
  return text.length;
}
