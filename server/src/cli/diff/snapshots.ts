import { pathToFileURL } from 'node:url';
import type { Snapshot } from '../../language/snapshot.ts';
import { boundedBy } from '../../workspace/fileSystem.ts';
import { findBelow } from '../../workspace/findFiles.ts';
import { folderPathOf, pathOf } from '../../workspace/uris.ts';
import { Workspace } from '../../workspace/workspace.ts';
import { fileSystemOf, type Tree } from './tree.ts';

/** The agent files of a tree as their tools load them, by path from its root. */
export async function snapshotsIn(tree: Tree, root: string): Promise<Map<string, Snapshot>> {
  const rootUri = pathToFileURL(root).href;
  const rootPath = folderPathOf(rootUri);
  const fileSystem = boundedBy(fileSystemOf(tree, root), () => [rootUri]);
  const workspace = new Workspace(fileSystem, path => path.startsWith(rootPath));
  const { projects } = workspace;
  const first = await findBelow(fileSystem, projects, rootUri);
  for (const uri of first.manifests) projects.addPlugin(uri, (await fileSystem.read(uri)) ?? '');
  for (const uri of first.configurations) projects.update(uri, (await fileSystem.read(uri)) ?? '');
  // Configurations and manifests can name files of other kinds.
  const { others } = await findBelow(fileSystem, projects, rootUri);
  const snapshots = new Map<string, Snapshot>();
  for (const { uri } of await projects.agentFilesAmong(rootUri, others, { root: rootUri })) {
    if (projects.ignores(uri)) continue;
    const snapshot = await workspace.read(uri);
    if (!snapshot) continue;
    workspace.update(snapshot);
    snapshots.set(pathOf(uri).slice(rootPath.length), snapshot);
  }
  return snapshots;
}
