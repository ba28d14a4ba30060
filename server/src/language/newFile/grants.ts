import type { Dialect } from '../dialect/dialect.ts';
import { type ToolConversion, type ToolProduct, toolConversions } from '../tools/shared/toolConversions.ts';

/** What an agent can be given. */
export type Grant = NonNullable<ToolConversion['does']>;

const order: readonly Grant[] = ['read', 'write', 'run', 'web', 'delegate'];

/** Where a new agent's tools are written. */
export interface ToolKeys {
  /** A key with a list of tools, or the mapping `permission`. */
  readonly key: string;
  readonly isMapping: boolean;
  /** The names of the tools of each grant, in the order in which grants are shown. */
  readonly grants: ReadonlyMap<Grant, readonly string[]>;
}

/** The tools of a new agent. */
export interface ToolList {
  readonly key: string;
  readonly granted: readonly string[];
  /** Where tools are not listed, but taken away; `*` for all but those that are granted. */
  readonly denied?: readonly string[];
  /** Beside these, those that an agent does not have by itself. */
  readonly allowed?: readonly string[];
}

/** What stands for all tools in a mapping of permissions. */
export const everything = '*';

/** The tools for what an agent may do. */
export function toolsFor({ key, isMapping, grants: known }: ToolKeys, grants: readonly Grant[]): ToolList {
  const names = (wanted: boolean): string[] => [
    ...new Set([...known].filter(([grant]) => grants.includes(grant) === wanted).flatMap(([, own]) => own)),
  ];
  const granted = names(true);
  if (!isMapping) return { key, granted };
  return { key, granted, denied: names(false).filter(name => !granted.includes(name)) };
}

/** How an agent of the dialect is given tools; `undefined` where names of tools are not known, or have no key. */
export function toolKeysOf(dialect: Dialect): ToolKeys | undefined {
  if (dialect.defines !== 'agent') return undefined;
  const fields = dialect.fields();
  const permission = fields.field(['permission']);
  const list = ['tools', 'allowed-tools'].find(key =>
    fields.field([key])?.types.some(type => type === 'list' || type === 'string'),
  );
  const isMapping = list === undefined && permission?.types.includes('map') === true;
  const available = availableTools(dialect);
  const keys = isMapping
    ? [...permission.fields.map(({ name }) => name), ...permission.keys.map(({ value }) => value)]
    : [];
  const known = isMapping ? keys.filter(key => available.includes(key)) : list === undefined ? [] : available;
  const grants = grantsAmong(new Set(known), dialect.target);
  return grants.size === 0 ? undefined : { key: list ?? 'permission', isMapping, grants };
}

function availableTools({ tools = [] }: Dialect): string[] {
  return tools
    .filter(({ unavailable, deprecated, hidden }) => !unavailable && !deprecated && !hidden)
    .map(({ value }) => value);
}

/** The grants by the names of the tool itself, or else by the product of which most names are known. */
function grantsAmong(
  known: ReadonlySet<string>,
  target: string | undefined,
): ReadonlyMap<Grant, readonly string[]> {
  const products = new Set(toolConversions.flatMap(({ names }) => Object.keys(names) as ToolProduct[]));
  const counted = [...products].map(product => ({ product, count: namesOf(product, known).length }));
  const own = counted.find(({ product, count }) => product === target && count > 0);
  const best = own ?? counted.reduce((one, other) => (other.count > one.count ? other : one));
  const names = namesOf(best.product, known);
  return new Map(
    order.flatMap(grant => {
      const own = names.filter(({ does }) => does === grant).map(({ name }) => name);
      return own.length === 0 ? [] : [[grant, [...new Set(own)]] as const];
    }),
  );
}

/** For each capability of a product, the first name that is known. */
function namesOf(product: ToolProduct, known: ReadonlySet<string>): { name: string; does: Grant }[] {
  return toolConversions.flatMap(({ names, within, does }) => {
    const name = [...(names[product] ?? []), within?.[product] ?? ''].find(each => known.has(each));
    return name === undefined || does === undefined ? [] : { name, does };
  });
}
