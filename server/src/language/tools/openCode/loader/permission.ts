import { openCodePermissions } from '../vocabulary.ts';

/** What a permission rule does. `null` is Kilo's "not set". */
export type Action = 'allow' | 'ask' | 'deny' | null;

/** A permission as configured: actions, or mappings of patterns to actions, in order of precedence. */
export type PermissionConfig = Readonly<Record<string, Action | Readonly<Record<string, Action>>>>;

/** One rule. The last rule that matches applies. */
export interface PermissionRule {
  readonly permission: string;
  readonly pattern: string;
  readonly action: Action;
  /** The path of its value in the front matter. */
  readonly path: readonly string[];
}

/** The tools that the permission `edit` controls, and older names of theirs. */
const editTools: ReadonlySet<string> = new Set(['write', 'edit', 'patch', 'apply_patch']);
/** The keys of the `tools` mapping that become the permission `edit`. */
export const foldedTools: ReadonlySet<string> = new Set(['write', 'edit', 'patch']);

/**
 * The permissions of an agent, with the deprecated `tools` mapping folded in: `write`, `edit` and `patch` become `edit`,
 * and `permission` overrides `tools` for each key.
 */
export function foldTools(
  tools: Readonly<Record<string, boolean>> | undefined,
  permission: Action | PermissionConfig | undefined,
): PermissionConfig {
  const folded: Record<string, Action | Readonly<Record<string, Action>>> = {};
  for (const [tool, on] of Object.entries(tools ?? {}))
    folded[foldedTools.has(tool) ? 'edit' : tool] = on ? 'allow' : 'deny';
  const given = typeof permission === 'string' || permission === null ? { '*': permission } : permission;
  return Object.assign(folded, given);
}

/**
 * The rules of a permission, in order. A leading `$HOME` becomes `~`, because the home folder is unknown here.
 */
export function rulesOf(permission: PermissionConfig): PermissionRule[] {
  return Object.entries(permission).flatMap(([key, value]): PermissionRule[] =>
    typeof value === 'string' || value === null
      ? [{ permission: key, pattern: '*', action: value, path: [key] }]
      : Object.entries(value ?? {}).map(([pattern, action]) => ({
          permission: key,
          pattern: pattern.replace(/^\$HOME/, '~'),
          action,
          path: [key, pattern],
        })),
  );
}

/** Whether the rules deny a tool entirely: the last one that matches its permission counts. */
export function isDenied(rules: readonly PermissionRule[], tool: string): boolean {
  const permission = editTools.has(tool) ? 'edit' : tool;
  const last = rules.findLast(rule => rule.action !== null && matches(rule.permission, permission));
  return last?.action === 'deny' && last.pattern === '*';
}

/**
 * The tools that the rules deny entirely, and those that remain when everything else is denied, by the names of their
 * permissions, with `write` beside `edit`, which controls it. `null` means "none" and "all", as in a loader's result.
 */
export function toolsUnder(rules: readonly PermissionRule[]): {
  readonly granted: readonly string[] | null;
  readonly denied: readonly string[] | null;
} {
  const respected = rules.filter(rule => rule.action !== null);
  const named = [...new Set([...knownPermissions, ...respected.map(rule => rule.permission)])];
  const names = named.filter(name => !/[*?]/.test(name));
  const wild = [...new Set(respected.map(rule => rule.permission))].filter(name => /[*?]/.test(name));
  const everything = respected.findLast(rule => rule.permission === '*' && rule.pattern === '*');
  if (everything?.action === 'deny') {
    const after = respected.slice(respected.indexOf(everything) + 1);
    const granted = [...names, ...wild.filter(name => after.some(rule => rule.permission === name))];
    const kept = granted.filter(name => !isDenied(respected, name) && name !== '*');
    return { granted: withWrite(kept), denied: null };
  }
  const mentioned = new Set(respected.map(rule => rule.permission));
  const denied = [...names, ...wild].filter(name => mentioned.has(name) && isDenied(respected, name));
  return { granted: null, denied: denied.length > 0 ? withWrite(denied) : null };
}

function withWrite(names: readonly string[]): string[] {
  return names.flatMap(name => (name === 'edit' ? ['edit', 'write'] : [name]));
}

const knownPermissions = openCodePermissions.map(({ value }) => value).filter(value => value !== '*');

/** Whether a rule's permission, with the wildcards `*` and `?`, matches a name. */
export function matches(permission: string, name: string): boolean {
  if (permission === '*' || permission === name) return true;
  if (!/[*?]/.test(permission) || permission.length > 200) return false;
  // Each run of `*` matches as little as possible, piece by piece, so that no pattern takes exponential time.
  let at = 0;
  const pieces = permission.split(/\*+/);
  for (const [index, piece] of pieces.entries()) {
    const found = index === 0 ? (startsHere(piece, name, 0) ? 0 : -1) : nextPlace(piece, name, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  const last = pieces.at(-1)!;
  return last === '' || at === name.length || startsHere(last, name, name.length - last.length);
}

function nextPlace(piece: string, name: string, from: number): number {
  for (let at = from; at + piece.length <= name.length; at++) if (startsHere(piece, name, at)) return at;
  return -1;
}

function startsHere(piece: string, name: string, at: number): boolean {
  if (at < 0 || at + piece.length > name.length) return false;
  for (let index = 0; index < piece.length; index++)
    if (piece[index] !== '?' && piece[index] !== name[at + index]) return false;
  return true;
}
