import type { Range } from 'vscode-languageserver-types';
import { decoded } from './decoded.ts';
import type { Delivery } from './delivery/delivery.ts';
import type { FileListing } from './fileListing.ts';
import { type KnownNames, NameIndex } from './references/nameIndex.ts';
import { bareName, type Referable } from './references/reference.ts';

/** What one agent file contributes to the others: enough to find names, and duplicates of them. */
export interface IndexedFile {
  readonly uri: string;
  /** Dialect id. */
  readonly dialect: string;
  /** The folder that the tool takes as one scope: `…/.claude/agents`. Names must be unique within it. */
  readonly scope: string;
  /** The tool whose reading of it counts. */
  readonly tool: string;
  /** The name by which the tool knows it; `null` when it does not load. */
  readonly name: string | null;
  readonly description: string | null;
  /** Where the name is written; absent when it comes from the file's path. */
  readonly nameRange?: Range;
  /** The names under which other files know it, the first one first; none when it does not load. */
  readonly calledBy?: readonly string[];
  /** True for a skill or command that the model cannot call from the start of a session. */
  readonly isWithheld?: true;
  /** True if they are names of MCP servers. */
  readonly definesServers?: true;
  /** The plugin whose name is part of them. */
  readonly plugin?: string;
  /** The names in it that stand for what other files define. */
  readonly references?: readonly IndexedReference[];
  /** Set for a file that its tool does not read: the folder because of which, and the path from its own where it would be. */
  readonly unread?: { readonly folder: string; readonly to?: string };
}

/** A name in a file that stands for what another file defines. */
export interface IndexedReference {
  readonly to: Referable;
  readonly name: string;
  readonly range: Range;
  /** True if the file starts the agent that it names. */
  readonly starts?: true;
}

/** The other files that the tool knows by the same name in the same place: it keeps one. */
export function duplicatesOf(
  { uri, dialect, scope, tool, name }: Pick<IndexedFile, 'uri' | 'dialect' | 'scope' | 'tool' | 'name'>,
  among: Pick<WorkspaceIndex, 'named'>,
): IndexedFile[] {
  if (name === null) return [];
  const scheme = schemeOf(uri);
  return among
    .named(name)
    .filter(
      file =>
        file.uri !== uri &&
        file.dialect === dialect &&
        file.scope === scope &&
        file.tool === tool &&
        schemeOf(file.uri) === scheme,
    );
}

/** The first files in the order of their URIs. To sort all of them takes longer, and a thousand can share a name. */
export function firstFiles(files: readonly IndexedFile[], count: number): IndexedFile[] {
  const first: IndexedFile[] = [];
  for (const file of files) {
    const last = first.at(-1);
    if (first.length === count && last && last.uri <= file.uri) continue;
    first.push(file);
    first.sort((a, b) => (a.uri < b.uri ? -1 : 1));
    if (first.length > count) first.pop();
  }
  return first;
}

/** Where a file lies, as far as it tells the file from others of its scope: `agents/team/writer.md`. */
export function placeOf({ uri, scope }: Pick<IndexedFile, 'uri' | 'scope'>): string {
  const path = decoded(uri);
  const at = path.indexOf(`${scope}/`);
  return path.slice((at < 0 ? path : path.slice(0, at + scope.length)).lastIndexOf('/') + 1);
}

/** What an editor shows beside a file, such as its text of yesterday, has the file's path and a scheme of its own. */
function schemeOf(uri: string): string {
  return uri.slice(0, uri.indexOf(':'));
}

/** The other files. */
export interface WorkspaceIndex {
  readonly files: readonly IndexedFile[];
  /** The files that load under a name. */
  named(name: string): readonly IndexedFile[];
  /** The files that are not read because of a folder. */
  unreadIn(folder: string): readonly IndexedFile[];
  /** What the files are called, and call each other. */
  readonly names: KnownNames<IndexedFile>;
  /** Whether all files around a file (URI) are known: then a name that none of them has is not defined there. */
  isSurveyed(uri: string): boolean;
  /** Whether there is a file at an absolute path with `/` that a text links to; `undefined` if that is not known. */
  linked(path: string): boolean | undefined;
  /** Whether a file (URI) is known to exist. */
  has(uri: string): boolean;
  /**
   * The files that documents import, by absolute path with `/`: the paths that each imports in turn; `null` where there
   * is no such file. Other paths are unknown.
   */
  readonly imported: ImportedFiles;
  /** The files below a folder, by its absolute path with `/`, as far as they are known. */
  readonly listings?: ReadonlyMap<string, FileListing>;
  /** What the models are given of a skill or command (URI), where all others around it are known. */
  delivered?(uri: string): readonly Delivery[];
}

/** Imported files by path. */
export type ImportedFiles = Pick<
  ReadonlyMap<string, readonly string[] | null>,
  'get' | 'has' | 'keys' | 'size'
>;

/** An index of files that do not change. */
export function workspaceOf(
  files: readonly IndexedFile[],
  imported: WorkspaceIndex['imported'] = new Map(),
  exists?: (uri: string) => boolean,
  listings?: WorkspaceIndex['listings'],
  linked?: WorkspaceIndex['linked'],
): WorkspaceIndex {
  const names = new RelatedFiles();
  for (const file of files) names.add(file);
  const uris = new Set(files.map(({ uri }) => uri));
  return {
    files,
    named: name => names.named(name),
    unreadIn: folder => names.unreadIn(folder),
    names: names.names,
    isSurveyed: () => files.length > 0,
    linked: path => linked?.(path),
    has: exists ?? (uri => uris.has(uri)),
    imported,
    ...(listings && { listings }),
  };
}

/**
 * Files by what relates them to others, the name by which they load or the folder because of which they are not read: to
 * look through all files for each of them takes the square of their number.
 */
export class RelatedFiles {
  readonly #byName = new Map<string, IndexedFile[]>();
  readonly #byFolder = new Map<string, IndexedFile[]>();
  /** What the files are called, and call each other. */
  readonly names = new NameIndex<IndexedFile>();

  /** The files of a name, in the order in which they came. */
  named(name: string): readonly IndexedFile[] {
    return this.#byName.get(name) ?? [];
  }

  /** The files that are not read because of a folder, in the order in which they came. */
  unreadIn(folder: string): readonly IndexedFile[] {
    return this.#byFolder.get(folder) ?? [];
  }

  /** The other files whose diagnostics depend on a file. */
  relatedTo(file: IndexedFile): readonly IndexedFile[] {
    const others = file.unread ? this.unreadIn(file.unread.folder) : [];
    return [
      ...duplicatesOf(file, this),
      ...others.filter(({ uri }) => uri !== file.uri),
      ...this.names.dependents(file),
    ];
  }

  /** Whether the diagnostics of a file depend on others. */
  dependsOnOthers(file: IndexedFile): boolean {
    const related = [...duplicatesOf(file, this), ...(file.unread ? this.unreadIn(file.unread.folder) : [])];
    const refers = file.references?.some(
      // Of a server that is not known nothing is said.
      ({ to, name }) => to !== 'server' || this.names.called(bareName(name)).length > 0,
    );
    return refers === true || related.some(({ uri }) => uri !== file.uri);
  }

  /** Adds a file. */
  add(file: IndexedFile): void {
    if (file.name !== null) insert(this.#byName, file.name, file);
    if (file.unread) insert(this.#byFolder, file.unread.folder, file);
    this.names.add(file);
  }

  /** Removes a file; nothing happens when it is not there. */
  delete(file: IndexedFile): void {
    if (file.name !== null) remove(this.#byName, file.name, file);
    if (file.unread) remove(this.#byFolder, file.unread.folder, file);
    this.names.delete(file);
  }
}

function insert(files: Map<string, IndexedFile[]>, key: string, file: IndexedFile): void {
  const known = files.get(key);
  if (known) known.push(file);
  else files.set(key, [file]);
}

function remove(files: Map<string, IndexedFile[]>, key: string, { uri }: IndexedFile): void {
  const others = (files.get(key) ?? []).filter(file => file.uri !== uri);
  if (others.length > 0) files.set(key, others);
  else files.delete(key);
}

/** A workspace of which nothing is known. */
export const emptyWorkspace: WorkspaceIndex = workspaceOf([]);
