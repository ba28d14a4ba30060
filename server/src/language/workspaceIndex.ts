import type { Range } from 'vscode-languageserver-types';
import { decoded } from './decoded.ts';

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
  /**
   * The files that documents import, by absolute path with `/`: the paths that each imports in turn; `null` where there
   * is no such file. Other paths are unknown.
   */
  readonly imported: ImportedFiles;
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
): WorkspaceIndex {
  const names = new FilesByName();
  for (const file of files) names.add(file);
  return { files, named: name => names.named(name), imported };
}

/** Files that load, by name: to look through all files for each of them takes the square of their number. */
export class FilesByName {
  readonly #byName = new Map<string, IndexedFile[]>();

  /** The files of a name, in the order in which they came. */
  named(name: string): readonly IndexedFile[] {
    return this.#byName.get(name) ?? [];
  }

  /** Takes a file in under its name. */
  add(file: IndexedFile): void {
    if (file.name === null) return;
    const files = this.#byName.get(file.name);
    if (files) files.push(file);
    else this.#byName.set(file.name, [file]);
  }

  /** Takes a file away; nothing happens when it is not there. */
  delete({ name, uri }: IndexedFile): void {
    if (name === null) return;
    const others = this.named(name).filter(file => file.uri !== uri);
    if (others.length > 0) this.#byName.set(name, others);
    else this.#byName.delete(name);
  }
}

/** A workspace of which nothing is known. */
export const emptyWorkspace: WorkspaceIndex = workspaceOf([]);
