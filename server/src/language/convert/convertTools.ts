import type { Dialect } from '../dialect/dialect.ts';
import { effectiveOf } from '../features/effectiveOf.ts';
import { everything, type ToolList, toolKeysOf } from '../newFile/grants.ts';
import type { Snapshot } from '../snapshot.ts';
import { type ToolConversion, type ToolProduct, toolConversions } from '../tools/shared/toolConversions.ts';

/** The tools of an agent for another tool. */
export interface ConvertedTools {
  /** The names of the source; `null` where it has all of them. */
  readonly names: readonly string[] | null;
  /** What is written, `undefined` for nothing: the first list with which the tool gives the agent no less. */
  readonly lists: readonly (ToolList | undefined)[];
  readonly losses: readonly string[];
}

/** The tools that a file is loaded with, one by one as the target names them. */
export function convertedTools(snapshot: Snapshot, target: Dialect): ConvertedTools {
  const own = ownTools(snapshot);
  const names = own && [...new Set([...own, ...writtenTools(snapshot, own)])];
  const keys = toolKeysOf(target);
  if (snapshot.dialect.defines !== 'agent') return { names: null, lists: [undefined], losses: [] };
  if (!keys) return { names, lists: [undefined], losses: [] };
  const known = [...new Set([...keys.grants.values()].flat())];
  // Without a list, some tools give an agent nothing.
  if (names === null) return { names, lists: [undefined, { key: keys.key, granted: known }], losses: [] };
  const [from, to] = [snapshot.dialect, target].map(productOf);
  const losses: string[] = [];
  const granted = new Set<string>();
  for (const name of names) {
    const meant = counterpartOf(name, from, to, known);
    if (meant !== undefined) granted.add(meant);
    else
      losses.push(
        `\`${name.replaceAll('`', '')}\` is left out: ${target.loader.tool} has no exact counterpart`,
      );
  }
  const list = keys.isMapping
    ? { key: keys.key, granted: [...granted], denied: [everything], allowed: [...granted] }
    : { key: keys.key, granted: [...granted] };
  return { names, lists: [list, undefined], losses };
}

/** Whether the file as it is written gives the agent certain tools, and not all of them. */
export function givesTools(snapshot: Snapshot): boolean {
  const effective = effectiveOf(snapshot);
  return (effective ? effective.tools : snapshot.load.tools) !== null;
}

/** What is said of what the result may do and the source may not. */
export function furtherTools(source: Snapshot, result: Snapshot): string[] {
  const had = ownTools(source);
  const has = effectiveOf(result)?.tools ?? result.load.tools;
  if (had === null || has === null) return [];
  const doing = (names: readonly string[], dialect: Dialect) =>
    names.flatMap(name =>
      rowsOf(name, productOf(dialect)).flatMap(({ does }) => (does === undefined ? [] : { name, does })),
    );
  const could = new Set(doing(had, source.dialect).map(({ does }) => does));
  const denied = new Set(
    (source.load.disallowedTools ?? []).flatMap(name => rowsOf(name, productOf(source.dialect))),
  );
  const names = doing(has, result.dialect)
    .filter(
      ({ name, does }) =>
        !could.has(does) || rowsOf(name, productOf(result.dialect)).some(row => denied.has(row)),
    )
    .map(({ name }) => name);
  return [...new Set(names)].map(name => `${result.loader.tool} gives it \`${name}\` too`);
}

/** Names in the list of the file that its tool has no use for at present, and that allow nothing beyond the others. */
function writtenTools({ document, dialect }: Snapshot, own: readonly string[]): string[] {
  const product = productOf(dialect);
  const could = new Set(own.flatMap(name => rowsOf(name, product).map(({ does }) => does)));
  const value = document.entry('tools')?.value;
  const items: readonly unknown[] =
    typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value : [];
  return items
    .map(item => String(item).trim())
    .filter(name => rowsOf(name, product).some(({ does }) => does !== undefined && could.has(does)));
}

/** The tools that are listed, or else those that the agent runs with; `null` for all of them. */
function ownTools(snapshot: Snapshot): readonly string[] | null {
  const { load, dialect } = snapshot;
  const tools = load.tools ?? effectiveOf(snapshot)?.tools ?? null;
  const denied = load.disallowedTools ?? [];
  if (tools === null && denied.length === 0) return null;
  const product = productOf(dialect);
  const withheld = (dialect.tools ?? []).filter(({ unavailable }) => unavailable !== undefined);
  const all = toolConversions
    .flatMap(({ names }) => (product && names[product]?.[0]) ?? [])
    .filter(name => !withheld.some(({ value }) => value === name));
  return (tools ?? all).filter(name => !denied.includes(name));
}

/** The name for the same in the target, if it has one that grants no more. */
function counterpartOf(
  name: string,
  from: ToolProduct | undefined,
  to: ToolProduct | undefined,
  known: readonly string[],
): string | undefined {
  // A tool that is limited to some calls has no counterpart with that limit.
  if (to === undefined || /[()*]/.test(name)) return undefined;
  return rowsOf(name, from)
    .flatMap(({ names }) => names[to] ?? [])
    .find(each => known.includes(each));
}

function rowsOf(name: string, product: ToolProduct | undefined): ToolConversion[] {
  return toolConversions.filter(({ names }) => product !== undefined && names[product]?.includes(name));
}

function productOf({ toolNames, target }: Dialect): ToolProduct | undefined {
  return toolNames ?? (target as ToolProduct | undefined);
}
