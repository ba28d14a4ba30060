import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type FileEvent,
  WatchKind,
} from 'vscode-languageserver';
import { guarded } from '../guarded.ts';
import { configurationFileName } from '../language/configuration.ts';
import { isBundleMarker, isConfigurationFile } from '../projects.ts';
import { refreshTogether, refreshWithNamesakes } from '../publishDiagnostics.ts';
import type { Session } from '../session.ts';
import { folderPathOf, parentOf, pathOf, uriOfPath } from '../uris.ts';
import { refreshBundle } from './bundles.ts';
import { refreshConfiguration } from './configurationFiles.ts';
import { refreshFolders } from './folders.ts';

/** Asks the editor to tell us of the files that we look at, in place of those that it was asked for before. */
export const watchFiles = guarded(async (session: Session) => {
  const { capabilities, connection, workspace } = session;
  if (!capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration) return;
  session.watching?.dispose();
  const { globs, configurationFiles } = workspace.projects;
  const { Change, Create, Delete } = WatchKind;
  const above = capabilities.workspace.didChangeWatchedFiles.relativePatternSupport
    ? configurationFiles.filter(uri => !session.isWithin(pathOf(uri)))
    : [];
  const watchers = [
    ...globs.map(globPattern => ({ globPattern, kind: Change })),
    // Of a whole folder that comes or goes an editor tells nothing but its own path.
    { globPattern: '**/*', kind: Create | Delete },
    ...above.map(uri => ({ globPattern: { baseUri: parentOf(uri), pattern: configurationFileName } })),
  ];
  session.watching = await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
}, undefined);

/**
 * Files came, changed or went, or folders with all that is in them. Watchers are not to be trusted further than that
 * something has happened: what is there now counts.
 */
export async function refreshFiles(session: Session, changes: readonly FileEvent[]): Promise<void> {
  const { documents, workspace } = session;
  const seen = new Set<string>();
  for (const { uri: written, type } of changes) {
    const uri = workspace.knownUri(written);
    const isOurs =
      session.isSearched(uri) ||
      documents.get(uri) !== undefined ||
      (isConfigurationFile(uri) && session.openWithin(parentOf(uri)).length > 0);
    if (seen.has(uri) || !isOurs) continue;
    seen.add(uri);
    if (isConfigurationFile(uri)) await refreshConfiguration(session, uri);
    else if (isBundleMarker(uri)) await refreshBundle(session, uri);
    else if (workspace.projects.mayBeAgentFile(uri)) await refreshWithNamesakes(session, uri);
    else if (type === FileChangeType.Deleted) await forgetBelow(session, uri);
    else if (type === FileChangeType.Created) await refreshFolders(session, [uri]);
    for (const importer of workspace.importersOf(uri)) await refreshWithNamesakes(session, importer);
  }
}

/** Looks anew at all that is known of a folder that is gone. */
async function forgetBelow(session: Session, uri: string): Promise<void> {
  const { projects } = session.workspace;
  const folder = folderPathOf(uri);
  for (const file of projects.configurationFiles)
    if (pathOf(file).startsWith(folder)) await refreshConfiguration(session, file);
  for (const marker of projects.bundleMarkersBelow(folder))
    await refreshBundle(session, uriOfPath(marker, uri));
  await refreshTogether(session, session.workspace.filesBelow(folder));
}
