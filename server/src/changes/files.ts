import { DidChangeWatchedFilesNotification, FileChangeType, type FileEvent } from 'vscode-languageserver';
import { guarded } from '../guarded.ts';
import { configurationFileName } from '../language/configuration.ts';
import { isBundleMarker, isConfigurationFile } from '../projects.ts';
import { forgetFile, refreshWithNamesakes } from '../publishDiagnostics.ts';
import type { Session } from '../session.ts';
import { parentOf, pathOf } from '../uris.ts';
import { refreshBundle } from './bundles.ts';
import { refreshConfiguration } from './configurationFiles.ts';

/** Asks the editor to tell us of the files that we look at, in place of those that it was asked for before. */
export const watchFiles = guarded(async (session: Session) => {
  const { capabilities, connection, workspace } = session;
  if (!capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration) return;
  session.watching?.dispose();
  const { globs, configurationFiles } = workspace.projects;
  const above = capabilities.workspace.didChangeWatchedFiles.relativePatternSupport
    ? configurationFiles.filter(uri => !session.isWithin(pathOf(uri)))
    : [];
  const watchers = [
    ...globs.map(globPattern => ({ globPattern })),
    ...above.map(uri => ({ globPattern: { baseUri: parentOf(uri), pattern: configurationFileName } })),
  ];
  session.watching = await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
}, undefined);

/** Files came, changed or went. */
export async function refreshFiles(session: Session, changes: readonly FileEvent[]): Promise<void> {
  const { documents, workspace } = session;
  for (const { uri: written, type } of changes) {
    const uri = workspace.knownUri(written);
    const isGone = type === FileChangeType.Deleted;
    if (isConfigurationFile(uri)) await refreshConfiguration(session, uri);
    else if (isBundleMarker(uri)) await refreshBundle(session, uri, !isGone);
    else if (!isGone || documents.get(uri)) {
      if (workspace.projects.mayBeAgentFile(uri)) await refreshWithNamesakes(session, uri);
    } else await forgetFile(session, uri);
    for (const importer of workspace.importersOf(uri)) await refreshWithNamesakes(session, importer);
  }
}
