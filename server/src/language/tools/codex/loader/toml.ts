import { parse, TomlDate, TomlError } from 'smol-toml';

/** The content of a TOML text, or why and at which offset it cannot be parsed. */
export type TomlReading =
  | { readonly value: Record<string, unknown> }
  | { readonly reason: string; readonly offset: number };

/** Longer texts are not parsed: no agent is that long, and the parser's time grows with the length. */
const longest = 1_000_000;

/** Parses TOML 1.1 strictly. Integers become bigints, dates strings. Never throws. */
export function readToml(text: string): TomlReading {
  if (text.length > longest) return { reason: 'too large to read', offset: 0 };
  try {
    return { value: withoutDates(parse(text, { integersAsBigInt: true })) as Record<string, unknown> };
  } catch (error) {
    if (error instanceof TomlError)
      return { reason: error.message.split('\n')[0]!, offset: offsetOf(text, error.line, error.column) };
    return { reason: String(error), offset: 0 };
  }
}

function withoutDates(value: unknown): unknown {
  if (value instanceof TomlDate) return value.toISOString();
  if (Array.isArray(value)) return value.map(withoutDates);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withoutDates(each)]));
}

function offsetOf(text: string, line: number, column: number): number {
  let at = 0;
  for (let left = line - 1; left > 0; left--) {
    const end = text.indexOf('\n', at);
    if (end < 0) break;
    at = end + 1;
  }
  return Math.min(at + column - 1, text.length);
}
