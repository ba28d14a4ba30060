import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type FileEvent,
  WatchKind,
} from 'vscode-languageserver';
import { configurationFileName } from '../../language/configuration.ts';
import { isConfigurationFile, isPluginManifest } from '../../workspace/projects.ts';
import { liesIn, parentOf, pathOf, uriOfPath } from '../../workspace/uris.ts';
import { guarded } from '../guarded.ts';
import { refreshTogether, refreshWithDuplicates } from '../publishDiagnostics.ts';
import type { Session } from '../session.ts';
import { refreshConfiguration } from './configurationFiles.ts';
import { refreshFolders } from './folders.ts';
import { refreshPlugin } from './plugins.ts';

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
  const isOurs = (uri: string): boolean =>
    session.isSearched(uri) ||
    documents.get(uri) !== undefined ||
    (isConfigurationFile(uri) && session.openWithin(parentOf(uri)).length > 0);
  const events = changes
    .map(({ uri, type }) => ({ uri: workspace.knownUri(uri), type }))
    .filter(({ uri }) => isOurs(uri));
  const paths = new Set(events.map(({ uri }) => pathOf(uri)));
  const others = new Set<string>();
  for (const uri of new Set(events.map(event => event.uri))) {
    if (isConfigurationFile(uri)) await refreshConfiguration(session, uri);
    else if (isPluginManifest(uri)) await refreshPlugin(session, uri);
    else if (workspace.projects.mayBeAgentFile(uri)) await refreshWithDuplicates(session, uri);
    else others.add(uri);
  }
  const [first] = others;
  if (first !== undefined) await refreshBelow(session, new Set([...others].map(pathOf)), first);
  const created = events.filter(({ uri, type }) => others.has(uri) && type === FileChangeType.Created);
  const came = new Set(created.map(({ uri }) => uri));
  const cameAt = new Set([...came].map(pathOf));
  // A folder is searched with all that is in it: a build that writes a thousand folders is no thousand searches.
  const outermost = [...came].filter(uri => !liesIn(pathOf(parentOf(uri)), cameAt));
  await refreshFolders(session, outermost);
  await refreshTogether(session, workspace.importersOf(paths));
}

/** Looks anew at all that is known of the folders at some paths, which may be gone; `near` is the URI of one of them. */
async function refreshBelow(session: Session, paths: ReadonlySet<string>, near: string): Promise<void> {
  const { projects, index } = session.workspace;
  const isBelow = (uri: string): boolean => liesIn(pathOf(uri), paths);
  for (const uri of projects.configurationFiles.filter(isBelow)) await refreshConfiguration(session, uri);
  const manifests = projects.pluginManifests.filter(path => liesIn(path, paths));
  for (const manifest of manifests) await refreshPlugin(session, uriOfPath(manifest, near));
  await refreshTogether(session, index.files.map(({ uri }) => uri).filter(isBelow));
}
