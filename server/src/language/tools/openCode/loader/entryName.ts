/** The kind of a file, by its folder. */
export type EntryKind = 'agent' | 'mode' | 'command' | 'workflow';

/** A configuration file, as its path identifies it. */
export interface ConfigEntry {
  readonly kind: EntryKind;
  /** The path below the folder of the kind, without `.md`. */
  readonly name: string;
  /** True for a file in a user folder, false in a project. */
  readonly ofUser: boolean;
}

/** The folders that the tool searches, as the end of their paths: `.opencode`. */
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
 * Identifies the file at `path`; `undefined` when the tool does not read it. Agents and commands may be in subfolders,
 * modes and workflows may not. The extension must be `.md`, in lowercase letters.
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
