import type { WorkspaceFoldersChangeEvent } from 'vscode-languageserver';
import { findBelow } from '../findFiles.ts';
import { guarded } from '../guarded.ts';
import { forgetFile, refreshTogether } from '../publishDiagnostics.ts';
import type { Session } from '../session.ts';
import { folderPathOf, parentOf, pathOf } from '../uris.ts';
import { refreshConfiguration } from './configurationFiles.ts';
import { lookAbove } from './surroundings.ts';

/** Looks at all that lies in folders (URIs): what says what files are, and then these files. */
export const refreshFolders = guarded(async (session: Session, folders: readonly string[]) => {
  const { fileSystem, workspace } = session;
  const { projects } = workspace;
  for (const folder of folders) await lookAbove(session, folder);
  const { configurations, markers, others } = await findBelow(fileSystem, projects, folders);
  // Before anything else is waited for: meanwhile a manifest may go.
  for (const uri of markers) projects.addBundle(uri);
  for (const uri of configurations) await refreshConfiguration(session, uri);
  await refreshTogether(
    session,
    others.filter(uri => projects.mayBeAgentFile(uri)),
  );
}, undefined);

/** Folders were opened beside the others, or closed. */
export async function changeFolders(session: Session, change: WorkspaceFoldersChangeEvent): Promise<void> {
  const removed = change.removed.map(folder => folder.uri);
  const added = change.added.map(folder => folder.uri);
  session.folders = [...session.folders.filter(folder => !removed.includes(folder)), ...added];
  for (const folder of removed) await forgetFolder(session, folderPathOf(folder));
  await refreshFolders(session, added);
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
