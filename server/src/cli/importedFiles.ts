import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Snapshot } from '../language/snapshot.ts';
import type { WorkspaceIndex } from '../language/workspaceIndex.ts';
import { Imports, importsOf } from '../workspace/imports.ts';
import { nodeFileSystem } from '../workspace/nodeFileSystem.ts';
import { folderPathOf } from '../workspace/uris.ts';

const none: WorkspaceIndex['imported'] = new Map();

/** Reads the imports of a file, inside its repository and that of the current folder only. */
export async function importedFiles(snapshot: Snapshot, cwd: string): Promise<WorkspaceIndex['imported']> {
  if (importsOf(snapshot).length === 0) return none;
  const folder = dirname(fileURLToPath(snapshot.document.uri));
  const within = [cwd, folder].map(at => folderPathOf(pathToFileURL(repositoryAround(at)).href));
  const imports = new Imports(nodeFileSystem, path => within.some(root => path.startsWith(root)));
  await imports.follow(snapshot);
  return imports.known;
}

/** The root of the repository around a folder, or else the folder itself. */
function repositoryAround(folder: string): string {
  for (let at = folder, above = dirname(at); at !== above; at = above, above = dirname(at))
    if (existsSync(join(at, '.git'))) return at;
  return folder;
}
