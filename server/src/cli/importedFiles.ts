import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Imports, importsOf } from '../imports.ts';
import type { Snapshot } from '../language/snapshot.ts';
import type { WorkspaceIndex } from '../language/workspaceIndex.ts';
import { nodeFileSystem } from '../nodeFileSystem.ts';
import { folderPathOf } from '../uris.ts';

/** Reads what the files import. Only what lies in their repositories, or in that of the current folder, is looked at. */
export async function importedFiles(
  snapshots: readonly Snapshot[],
  cwd: string,
): Promise<WorkspaceIndex['imported']> {
  const importing = snapshots.filter(snapshot => importsOf(snapshot).length > 0);
  if (importing.length === 0) return new Map();
  const folders = importing.map(({ document }) => dirname(fileURLToPath(document.uri)));
  const roots = new Set([...new Set([cwd, ...folders])].map(repositoryAround));
  const within = [...roots].map(root => folderPathOf(pathToFileURL(root).href));
  const imports = new Imports(nodeFileSystem, path => within.some(root => path.startsWith(root)));
  for (const snapshot of importing) await imports.follow(snapshot);
  return imports.known;
}

/** The root of the repository that a folder lies in; the folder itself where there is none. */
function repositoryAround(folder: string): string {
  for (let at = folder, above = dirname(at); at !== above; at = above, above = dirname(at))
    if (existsSync(join(at, '.git'))) return at;
  return folder;
}
