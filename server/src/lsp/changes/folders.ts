import type { WorkspaceFoldersChangeEvent } from 'vscode-languageserver';
import { pluginFolderOf } from '../../language/fileKinds.ts';
import type { FoundFile } from '../../workspace/fileSystem.ts';
import { eachOnce, findBelow } from '../../workspace/findFiles.ts';
import { folderPathOf, parentOf, pathOf } from '../../workspace/uris.ts';
import { guarded } from '../guarded.ts';
import { notifyCollections } from '../notifyCollections.ts';
import { forgetFile, knownFiles, refreshTogether } from '../publishDiagnostics.ts';
import { foldersIn, type Session } from '../session.ts';
import { lookAbove } from './ancestorConfiguration.ts';
import { agentFilesAmong } from './collections.ts';
import { readConfiguration } from './configurationFiles.ts';
import { readIgnoreFile } from './ignoreFiles.ts';
import { readManifest, refreshPlugin } from './plugins.ts';
import { watchFiles } from './watchFiles.ts';

/** Checks newly opened folders (URIs): first the configuration above them, then their files. */
export async function openFolders(session: Session, folders: readonly string[]): Promise<void> {
  for (const folder of folders) await lookAbove(session, folder);
  await refreshFolders(session, folders);
}

/** Checks everything in folders (URIs): first configurations and manifests, then agent files. */
export const refreshFolders = guarded(async (session: Session, folders: readonly string[]) => {
  const { projects } = session.workspace;
  const search = () => Promise.all(folders.map(folder => find(session, folder)));
  const globs = projects.globs.join();
  let found = await search();
  // Folders may be nested.
  const each = (files: 'configurations' | 'ignoreFiles' | 'manifests'): string[] => [
    ...new Set(found.flatMap(below => below[files])),
  ];
  let isConfigured = false;
  for (const uri of each('configurations')) if (await readConfiguration(session, uri)) isConfigured = true;
  // A configuration can associate files of other kinds.
  if (projects.globs.join() !== globs) {
    void watchFiles(session);
    found = await search();
  }
  for (const uri of each('ignoreFiles')) await readIgnoreFile(session, uri);
  for (const uri of each('manifests')) {
    const isWithin = folders.some(folder => pluginFolderOf(pathOf(uri))!.startsWith(folderPathOf(folder)));
    if (!isWithin) await refreshPlugin(session, uri);
    else if (await readManifest(session, uri)) session.workspace.forgetSnapshots();
  }
  const agents: FoundFile[] = [];
  for (const [at, folder] of folders.entries())
    agents.push(...(await agentFilesAmong(session, folder, found[at]!.others)));
  const once = eachOnce(agents, () => true);
  await refreshTogether(session, [...(isConfigured ? knownFiles(session) : []), ...once]);
}, undefined);

/** The files below a folder. An unreadable folder does not affect the others. */
const find = guarded(
  ({ fileSystem, workspace }: Session, folder: string) => findBelow(fileSystem, workspace.projects, folder),
  { configurations: [], manifests: [], ignoreFiles: [], others: [] },
);

/** Handles workspace folders that were added or removed. */
export async function changeFolders(
  session: Session,
  change: WorkspaceFoldersChangeEvent | null | undefined,
): Promise<void> {
  const removed = foldersIn(change?.removed);
  const added = foldersIn(change?.added);
  session.folders = [...session.folders.filter(folder => !removed.includes(folder)), ...added];
  for (const folder of removed) await forgetFolder(session, folderPathOf(folder));
  await openFolders(session, added);
  // An imported file may be in another folder than its importer.
  session.workspace.importersOf(new Set(removed.map(pathOf)));
  await refreshTogether(session, session.workspace.importers);
}

/** Clears the diagnostics of a closed folder, except for files that are open or inside another open folder. */
async function forgetFolder(session: Session, folder: string): Promise<void> {
  const { connection, documents, workspace } = session;
  workspace.projects.collections.forget(folder);
  notifyCollections(session);
  const isClosed = (uri: string): boolean => !documents.get(uri) && !session.isWithin(pathOf(uri));
  for (const uri of workspace.filesBelow(folder).filter(isClosed)) await forgetFile(session, uri);
  for (const uri of workspace.projects.configurationFiles) {
    const appliesNowhere = session.openWithin(parentOf(uri)).length === 0;
    if (appliesNowhere && !documents.get(uri)) connection.sendDiagnostics({ uri, diagnostics: [] });
  }
}
