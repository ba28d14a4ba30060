import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Snapshot } from '../language/snapshot.ts';
import type { WorkspaceIndex } from '../language/workspaceIndex.ts';
import { boundedBy } from '../workspace/fileSystem.ts';
import { Imports, importsOf } from '../workspace/imports.ts';
import { nodeFileSystem } from '../workspace/nodeFileSystem.ts';
import { folderPathOf } from '../workspace/uris.ts';

const none: WorkspaceIndex['imported'] = new Map();

/** Reads the imports of a file, inside its repository and that of the current folder only. */
export async function importedFiles(snapshot: Snapshot, cwd: string): Promise<WorkspaceIndex['imported']> {
  if (importsOf(snapshot).length === 0) return none;
  const folder = dirname(fileURLToPath(snapshot.document.uri));
  const roots = repositoriesAround([cwd, folder]);
  const within = roots.map(folderPathOf);
  const fileSystem = boundedBy(nodeFileSystem, () => roots);
  const imports = new Imports(fileSystem, path => within.some(root => path.startsWith(root)));
  await imports.follow(snapshot);
  return imports.known;
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
