import type { Dialect, VocabularyEntry } from '../dialect/dialect.ts';
import type { Effective } from '../loading/effective.ts';
import type { Snapshot } from '../snapshot.ts';
import { type ToolConversion, type ToolProduct, toolConversions } from '../tools/shared/toolConversions.ts';
import { effectiveOf } from './effectiveOf.ts';
import { runsWith } from './runsWith.ts';

/** What an agent can do to the world with its tools. */
export type Capability = NonNullable<ToolConversion['does']> | 'mcp';

/** What an agent may do, as far as its tools are known. */
export interface Capabilities {
  readonly can: readonly Capability[];
  /**
   * Empty where it has tools of which nothing is known. With the shell it can do whatever a command does, with a tool for it
   * or without.
   */
  readonly cannot: readonly Capability[];
  /** What it runs with where that is not what the file says, one line each. */
  readonly runsWith: readonly string[];
}

const order: readonly Capability[] = ['read', 'write', 'run', 'web', 'delegate', 'mcp'];

/** What shell commands do as well. */
const byShell: ReadonlySet<Capability> = new Set(['read', 'write', 'web']);

/**
 * What the agent of a file may do, from the tools that it runs with, or else those that it is loaded with. `undefined` for
 * other files, for tools whose names are not known, and for an agent that does not start.
 */
export function capabilitiesOf(snapshot: Snapshot): Capabilities | undefined {
  const { dialect, load } = snapshot;
  const product = dialect.toolNames ?? (dialect.target as ToolProduct | undefined);
  const rows = toolConversions.filter(({ names }) => product !== undefined && names[product]);
  if (!load.loads || dialect.defines !== 'agent' || rows.length === 0) return undefined;
  const effective = effectiveOf(snapshot);
  if (effective?.starts === false) return undefined;
  const kindOf = kindsOf(dialect, rows, product!);
  const tools = effective ? effective.tools : load.tools;
  const conditional = (effective?.conditional ?? []).map(({ tool }) => tool);
  const denied = new Set((load.disallowedTools ?? []).map(bareName));
  const had = tools ? [...tools, ...conditional].map(bareName) : allTools(dialect, rows, product!);
  const kinds = had.filter(name => !denied.has(name)).map(kindOf);
  const deniesServers = [...denied].some(name => kindOf(name) === 'mcp');
  if (load.tools === null && !deniesServers && patternsOf(dialect).length > 0) kinds.push('mcp');
  const can = order.filter(capability => kinds.includes(capability));
  const isCertain = !kinds.includes('unknown');
  const missing = order.filter(
    each => !can.includes(each) && isKnown(each, rows, dialect) && !(each === 'mcp' && load.tools === null),
  );
  const lacks = can.includes('run') ? missing.filter(each => !byShell.has(each)) : missing;
  return {
    can,
    cannot: isCertain ? lacks : [],
    runsWith: runsWithOf(snapshot, effective),
  };
}

/** What a tool of that name does: `none` for one without a capability, `unknown` for a name that nobody knows. */
function kindsOf(
  dialect: Dialect,
  rows: readonly ToolConversion[],
  product: ToolProduct,
): (name: string) => Capability | 'none' | 'unknown' {
  const kinds = new Map<string, Capability | 'none'>();
  for (const { value, aliases = [] } of dialect.tools ?? [])
    for (const name of [value, ...aliases]) kinds.set(name, 'none');
  for (const { names, does } of rows) for (const name of names[product]!) kinds.set(name, does ?? 'none');
  const servers = patternsOf(dialect);
  return name => kinds.get(name) ?? (servers.some(pattern => pattern.test(name)) ? 'mcp' : 'unknown');
}

/** The tools of an agent without a list: all that such an agent can be given. */
function allTools(dialect: Dialect, rows: readonly ToolConversion[], product: ToolProduct): string[] {
  const withheld = new Set(
    (dialect.tools ?? []).filter(({ unavailable }) => unavailable !== undefined).map(({ value }) => value),
  );
  return rows.map(({ names }) => names[product]![0]!).filter(name => !withheld.has(name));
}

/** Whether the tool has such tools at all. */
function isKnown(capability: Capability, rows: readonly ToolConversion[], dialect: Dialect): boolean {
  return capability === 'mcp' ? patternsOf(dialect).length > 0 : rows.some(({ does }) => does === capability);
}

/** The values that a list of tools can have, forms such as `mcp__server__tool` among them. */
function formsOf(dialect: Dialect): readonly VocabularyEntry[] {
  const field = dialect.fields().field(['tools']);
  return [...(dialect.tools ?? []), ...(field?.values ?? []), ...(field?.item?.values ?? [])];
}

/** The forms of the names of MCP tools. */
function patternsOf(dialect: Dialect): RegExp[] {
  const { serverTools } = dialect;
  const forms = formsOf(dialect).flatMap(({ pattern }) =>
    pattern === undefined ? [] : [new RegExp(pattern)],
  );
  return serverTools ? [...forms, serverTools] : forms;
}

/** The changes beside those of the tools, which the settings show. */
function runsWithOf(snapshot: Snapshot, effective: Effective | undefined): string[] {
  return effective ? runsWith(snapshot, effective).filter(line => !line.startsWith('tools: ')) : [];
}

/** The name without a specifier in parentheses. */
function bareName(name: string): string {
  return name.replace(/\(.*$/s, '').trim();
}
