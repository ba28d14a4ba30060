import type { WorkspaceFoldersChangeEvent } from 'vscode-languageserver';
import { pluginMarkedBy } from '../../language/tools/index.ts';
import { type FoundFiles, findBelow } from '../../workspace/findFiles.ts';
import { folderPathOf, parentOf, pathOf } from '../../workspace/uris.ts';
import { guarded } from '../guarded.ts';
import { forgetFile, refreshTogether } from '../publishDiagnostics.ts';
import type { Session } from '../session.ts';
import { lookAbove } from './ancestorConfiguration.ts';
import { refreshConfiguration } from './configurationFiles.ts';
import { readManifest, refreshPlugin } from './plugins.ts';

/** Looks at folders (URIs) that were opened: at what holds for them from above, and at all that lies in them. */
export async function openFolders(session: Session, folders: readonly string[]): Promise<void> {
  for (const folder of folders) await lookAbove(session, folder);
  await refreshFolders(session, folders);
}

/** Looks at all that lies in folders (URIs): what says what files are, and then these files. */
export const refreshFolders = guarded(async (session: Session, folders: readonly string[]) => {
  const { projects } = session.workspace;
  const found = await Promise.all(folders.map(folder => find(session, folder)));
  // Folders may lie within one another.
  const each = (files: keyof FoundFiles): string[] => [...new Set(found.flatMap(below => below[files]))];
  for (const uri of each('configurations')) await refreshConfiguration(session, uri);
  for (const uri of each('manifests')) {
    const isWithin = folders.some(folder => pluginFolderOf(uri).startsWith(folderPathOf(folder)));
    if (!isWithin) await refreshPlugin(session, uri);
    else if (await readManifest(session, uri)) session.workspace.forgetSnapshots();
  }
  await refreshTogether(
    session,
    each('others').filter(uri => projects.mayBeAgentFile(uri)),
  );
}, undefined);

/** The folder that a file makes a bundle: of a manifest's folder, when it comes by itself, that around it. */
function pluginFolderOf(manifest: string): string {
  return pluginMarkedBy(pathOf(manifest))!.folder;
}

/** What is below a folder. One that cannot be looked at keeps none of the others from it. */
const find = guarded(
  ({ fileSystem, workspace }: Session, folder: string) => findBelow(fileSystem, workspace.projects, folder),
  { configurations: [], manifests: [], others: [] },
);

/** Folders were opened beside the others, or closed. */
export async function changeFolders(session: Session, change: WorkspaceFoldersChangeEvent): Promise<void> {
  const removed = change.removed.map(folder => folder.uri);
  const added = change.added.map(folder => folder.uri);
  session.folders = [...session.folders.filter(folder => !removed.includes(folder)), ...added];
  for (const folder of removed) await forgetFolder(session, folderPathOf(folder));
  await openFolders(session, added);
  // What is imported may lie in another folder than what imports it.
  session.workspace.importersOf(new Set(removed.map(pathOf)));
  await refreshTogether(session, session.workspace.importers);
}

/** Takes away what was told of a folder that was closed, but for what is still open, by itself or in another folder. */
async function forgetFolder(session: Session, folder: string): Promise<void> {
  const { connection, documents, workspace } = session;
  const isGone = (uri: string): boolean => !documents.get(uri) && !session.isWithin(pathOf(uri));
  for (const uri of workspace.filesBelow(folder).filter(isGone)) await forgetFile(session, uri);
  for (const uri of workspace.projects.configurationFiles) {
    const holdsNothing = session.openWithin(parentOf(uri)).length === 0;
    if (holdsNothing && !documents.get(uri)) connection.sendDiagnostics({ uri, diagnostics: [] });
  }
}
