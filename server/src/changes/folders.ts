import type { WorkspaceFoldersChangeEvent } from 'vscode-languageserver';
import { findBelow, findBundled } from '../findFiles.ts';
import { guarded } from '../guarded.ts';
import { refreshTogether } from '../publishDiagnostics.ts';
import type { Session } from '../session.ts';
import { refreshConfiguration } from './configurationFiles.ts';

/** Looks at all that lies in folders (URIs): what says what files are, and then these files. */
export const refreshFolders = guarded(async (session: Session, folders: readonly string[]) => {
  const { fileSystem, workspace } = session;
  const { projects } = workspace;
  const { configurations, markers, agents } = await findBelow(fileSystem, projects, folders);
  for (const uri of configurations) await refreshConfiguration(session, uri);
  for (const uri of markers) projects.addBundle(uri);
  await refreshTogether(session, [...agents, ...(await findBundled(fileSystem, projects, folders))]);
}, undefined);

/** Folders were opened beside the others, or closed. */
export async function changeFolders(session: Session, change: WorkspaceFoldersChangeEvent): Promise<void> {
  const gone = new Set(change.removed.map(folder => folder.uri));
  const added = change.added.map(folder => folder.uri);
  session.folders = [...session.folders.filter(folder => !gone.has(folder)), ...added];
  await refreshFolders(session, added);
}
