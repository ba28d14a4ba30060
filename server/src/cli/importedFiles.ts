import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { fileLinksIn } from '../language/references/fileLinks.ts';
import type { Snapshot } from '../language/snapshot.ts';
import type { WorkspaceIndex } from '../language/workspaceIndex.ts';
import { boundedBy } from '../workspace/fileSystem.ts';
import { Imports, importsOf } from '../workspace/imports.ts';
import { LinkedFiles } from '../workspace/linkedFiles.ts';
import { nodeFileSystem } from '../workspace/nodeFileSystem.ts';
import { folderPathOf } from '../workspace/uris.ts';

const none: WorkspaceIndex['imported'] = new Map();

/** Reads the imports of a file, inside its repository and that of the current folder only. */
export async function importedFiles(snapshot: Snapshot, cwd: string): Promise<WorkspaceIndex['imported']> {
  if (importsOf(snapshot).length === 0) return none;
  const { fileSystem, isWithin } = around(snapshot, cwd);
  const imports = new Imports(fileSystem, isWithin);
  await imports.follow(snapshot);
  return imports.known;
}

/** Looks for the files that a file links to, inside its repository and that of the current folder only. */
export async function linkedFiles(snapshot: Snapshot, cwd: string): Promise<LinkedFiles | undefined> {
  if (fileLinksIn(snapshot).length === 0) return undefined;
  const { fileSystem, isWithin } = around(snapshot, cwd);
  const linked = new LinkedFiles(fileSystem, isWithin);
  await linked.look(snapshot);
  return linked;
}

/** What may be read for a file: its repository and that of the current folder. */
function around({ document }: Snapshot, cwd: string) {
  const roots = repositoriesAround([cwd, dirname(fileURLToPath(document.uri))]);
  const within = roots.map(folderPathOf);
  const isWithin = (path: string): boolean => within.some(root => path.startsWith(root));
  return { fileSystem: boundedBy(nodeFileSystem, () => roots), isWithin };
}

/** The roots (URIs) of the repositories around folders (paths), or else the folders themselves. */
export function repositoriesAround(folders: readonly string[]): string[] {
  return folders.map(folder => pathToFileURL(repositoryAround(folder)).href);
}

/** The root of the repository around a folder, or else the folder itself. */
function repositoryAround(folder: string): string {
  for (let at = folder, above = dirname(at); at !== above; at = above, above = dirname(at))
    if (existsSync(join(at, '.git'))) return at;
  return folder;
}
