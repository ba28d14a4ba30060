/** What a file is to the tool, by the folder that it lies in. */
export type EntryKind = 'agent' | 'mode' | 'command' | 'workflow';

/** A file of the configuration, as its path names it. */
export interface ConfigEntry {
  readonly kind: EntryKind;
  /** The id that the path gives: folders below the kind's own, joined by `/`, without `.md`. */
  readonly name: string;
  /** True for a file in the user's own folders, not in a project's. */
  readonly ofUser: boolean;
}

/** The folders that the tool looks for its files in, as the end of their paths: `.opencode`. */
export interface ConfigFolders {
  readonly project: readonly string[];
  readonly user: readonly string[];
}

const kinds: ReadonlyMap<string, EntryKind> = new Map([
  ['agent', 'agent'],
  ['agents', 'agent'],
  ['mode', 'mode'],
  ['modes', 'mode'],
  ['command', 'command'],
  ['commands', 'command'],
  ['workflows', 'workflow'],
]);

/**
 * What the tool takes the file at `path` for; `undefined` when it does not read it. Agents and commands may lie in
 * folders of their own below, modes and workflows may not. Only `.md` counts, in small letters.
 */
export function configEntry(path: string, folders: ConfigFolders): ConfigEntry | undefined {
  if (!path.endsWith('.md')) return undefined;
  const parts = path.split('/');
  for (let at = 1; at < parts.length - 1; at++) {
    const kind = kinds.get(parts[at]!);
    if (!kind) continue;
    const above = `/${parts.slice(0, at).join('/')}`;
    const ofUser = folders.user.some(folder => above.endsWith(`/${folder}`));
    if (!ofUser && !folders.project.some(folder => above.endsWith(`/${folder}`))) continue;
    const below = parts.slice(at + 1);
    const isFlat = kind === 'mode' || kind === 'workflow';
    if (isFlat && below.length > 1) return undefined;
    return { kind, name: below.join('/').slice(0, -'.md'.length), ofUser };
  }
  return undefined;
}
