import type { Path } from '../document/agentDocument.ts';

/** The value at a path within what a tool has read; `undefined` where the path leads nowhere. */
export function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

/** The names in a comma-separated string, trimmed; empty ones are left out. */
export function commaSeparated(value: string): string[] {
  return value
    .split(',')
    .map(name => name.trim())
    .filter(name => name !== '');
}

/** A string cut to what fits into a message. */
export function shorten(value: string): string {
  return value.length > 40 ? `${value.slice(0, 39)}…` : value;
}
