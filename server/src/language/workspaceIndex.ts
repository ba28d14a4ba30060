import type { Range } from 'vscode-languageserver-types';
import { scopeOf } from './dialects/scope.ts';
import type { Snapshot } from './snapshot.ts';

/** What one agent file contributes to the others: enough to find names, and duplicates of them. */
export interface IndexedFile {
  readonly uri: string;
  /** Dialect id. */
  readonly dialect: string;
  /** The folder that the tool takes as one scope: `…/.claude/agents`. Names must be unique within it. */
  readonly scope: string;
  /** The name by which the tool knows it; `null` when it does not load. */
  readonly name: string | null;
  readonly description: string | null;
  /** Where the name is written; absent when it comes from the file's path. */
  readonly nameRange?: Range;
}

/** What the index keeps of a file. */
export function indexedFileOf({ document, dialect, load, path }: Snapshot): IndexedFile {
  const entry = document.entry('name');
  return {
    uri: document.uri,
    dialect: dialect.id,
    scope: scopeOf(dialect, path),
    name: load.loads ? load.name : null,
    description: load.description,
    ...(entry && { nameRange: document.toRange(entry.range) }),
  };
}

/** The other files at one instant. */
export interface WorkspaceIndex {
  readonly files: readonly IndexedFile[];
  /**
   * The files that documents import, by absolute path with `/`: the paths that each imports in turn; `null` where there
   * is no such file. Of a path that is not among them nothing is known.
   */
  readonly imported: ReadonlyMap<string, readonly string[] | null>;
}

/** The files that load under a name. */
export function filesNamed(workspace: WorkspaceIndex, name: string): readonly IndexedFile[] {
  let byName = filesByName.get(workspace);
  if (!byName) {
    byName = new Map();
    for (const file of workspace.files) {
      if (file.name === null) continue;
      const known = byName.get(file.name);
      if (known) known.push(file);
      else byName.set(file.name, [file]);
    }
    filesByName.set(workspace, byName);
  }
  return byName.get(name) ?? [];
}

/** Made for an index when first asked for: a look through all files for each of them takes the square of their number. */
const filesByName = new WeakMap<WorkspaceIndex, Map<string, IndexedFile[]>>();

/** A workspace of which nothing is known. */
export const emptyWorkspace: WorkspaceIndex = { files: [], imported: new Map() };
