import { commaSeparated } from '../../loading/values.ts';

/** The tools that a droid can be given, in the order in which they are sent to the model. */
const order = ['Read', 'LS', 'Execute', 'Edit', 'Grep', 'Glob', 'Create', 'WebSearch', 'FetchUrl'];

const categories: ReadonlyMap<string, readonly string[]> = new Map([
  ['read-only', ['Read', 'LS', 'Execute', 'Grep', 'Glob']],
  ['edit', ['Edit', 'Create']],
  ['execute', ['Execute']],
  ['execution', ['Execute']],
  ['web', ['WebSearch', 'FetchUrl']],
  ['mcp', []],
]);

/** Names that stand for others. Models that edit with `ApplyPatch` have it instead of `Edit` and `Create`. */
const replaced: ReadonlyMap<string, readonly string[]> = new Map([
  ['MultiEdit', ['Edit']],
  ['ApplyPatch', ['Edit', 'Create']],
]);

/** How Factory names the tools of MCP servers: `linear___create_issue`. */
export const mcpToolName = /^.+___.+$/;

/**
 * The tools that `tools` grants, besides those that every droid has; `null` for all. A string without a comma is one
 * category or one name.
 */
export function droidTools(value: unknown): readonly string[] | null {
  const names = namesIn(value);
  if (names === undefined) return null;
  const known = new Set(names.flatMap(name => replaced.get(name) ?? name));
  return [...order.filter(name => known.has(name)), ...[...known].filter(name => mcpToolName.test(name))];
}

function namesIn(value: unknown): readonly string[] | undefined {
  if (Array.isArray(value)) return value.map(name => String(name).trim());
  if (typeof value !== 'string') return undefined;
  return value.includes(',') ? commaSeparated(value) : (categories.get(value) ?? [value.trim()]);
}
