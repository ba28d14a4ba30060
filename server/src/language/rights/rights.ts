import { findInvisible } from '../document/invisible.ts';
import { verdictOf } from '../features/verdict.ts';
import { isMapping } from '../loading/shape.ts';
import type { Outcome } from '../overview/model.ts';
import type { Snapshot } from '../snapshot.ts';

/** What an agent file can do once its tool has loaded it. */
export interface Rights {
  readonly name: string | null;
  /** The tool whose reading it is: "Claude Code". */
  readonly tool: string;
  readonly outcome: Outcome;
  readonly loads: boolean;
  /** Why the tool does not use the file, or what limit does not hold, each as one sentence. */
  readonly problems: readonly string[];
  /** The tools that it has; `null` for all of the session. Of a skill or command, the tools that it grants. */
  readonly tools: readonly string[] | null;
  readonly denied: readonly string[];
  readonly permissionMode: string | null;
  /** What each rule of a mapping of permissions says: `allow`, `ask` or `deny`, by the path of its keys. */
  readonly permissions: ReadonlyMap<string, string>;
  readonly model: string | null;
  /** Shell commands that run when it is loaded or called, and those of its hooks and servers. */
  readonly commands: readonly string[];
  /** How many characters in it people do not see. */
  readonly hidden: number;
  /** The length of its prompt, roughly: four characters are a token. */
  readonly tokens: number;
}

/** What a file can do. */
export function rightsOf(snapshot: Snapshot): Rights {
  const { document, dialect, load, loader } = snapshot;
  const { outcome, reasons } = verdictOf(snapshot);
  const body = load.body ?? document.frontMatter.body;
  const restricts = dialect.defines === undefined || dialect.defines === 'agent';
  return {
    name: load.name,
    tool: loader.tool,
    outcome,
    loads: load.loads,
    problems: outcome === 'changed' ? [] : reasons.map(({ issue }) => issue.problem),
    tools: load.tools ?? (restricts ? null : grantsIn(load.fields)),
    denied: load.disallowedTools ?? [],
    permissionMode: load.permissionMode,
    permissions: permissionsIn(load.fields),
    model: load.model,
    commands: load.loads
      ? [...commandsIn(load.fields), ...(dialect.body?.commandsIn?.(document.text, body) ?? [])]
      : [],
    hidden: findInvisible(document.text).reduce(
      (sum, { range }) => sum + [...document.slice(range)].length,
      0,
    ),
    tokens: load.loads ? Math.ceil((body.end - body.start) / 4) : 0,
  };
}

/** The tools that a skill or command grants. */
function grantsIn(fields: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(fields).flatMap(([key, value]) => {
    if (!/^allowed-?tools$/i.test(key)) return [];
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    return items.flatMap(item => (typeof item === 'string' ? item.split(/,\s*(?![^(]*\))/) : []));
  });
}

/** Values are read as deep as this. */
const deepest = 8;

/** The values under `permission` and `permissions`, where these are mappings. */
function permissionsIn(fields: Readonly<Record<string, unknown>>): Map<string, string> {
  const found = new Map<string, string>();
  const collect = (value: unknown, path: string, depth: number): void => {
    if (typeof value === 'string') found.set(path, value);
    else if (isMapping(value) && depth < deepest)
      for (const [key, inner] of Object.entries(value))
        collect(inner, path === '' ? key : `${path} ${key}`, depth + 1);
  };
  for (const [key, value] of Object.entries(fields))
    if (/^permissions?$/i.test(key) && isMapping(value)) collect(value, '', 0);
  return found;
}

/** What stands under a key `command`, with its arguments: hooks and servers run it. */
function commandsIn(value: unknown, depth = 0): string[] {
  if (depth > deepest) return [];
  if (Array.isArray(value)) return value.flatMap(each => commandsIn(each, depth + 1));
  if (!isMapping(value)) return [];
  const { command, args } = value as Readonly<Record<string, unknown>>;
  const own =
    typeof command === 'string'
      ? [[command, ...(Array.isArray(args) ? args : [])].join(' ')]
      : Array.isArray(command) && command.every(part => typeof part === 'string')
        ? [command.join(' ')]
        : [];
  return [...own, ...Object.values(value).flatMap(inner => commandsIn(inner, depth + 1))];
}
