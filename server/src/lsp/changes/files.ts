import { FileChangeType, type FileEvent } from 'vscode-languageserver';
import { isIgnoreFile } from '../../workspace/gitIgnore.ts';
import { isConfigurationFile, isPluginManifest } from '../../workspace/projects.ts';
import { liesIn, parentOf, pathOf, uriOfPath } from '../../workspace/uris.ts';
import { refreshSkillsSoon, refreshTogether, refreshWithDuplicates } from '../publishDiagnostics.ts';
import type { Session } from '../session.ts';
import { countEvents } from './bursts.ts';
import { followCollections } from './collections.ts';
import { refreshConfiguration } from './configurationFiles.ts';
import { refreshFolders } from './folders.ts';
import { readIgnoreFile } from './ignoreFiles.ts';
import { refreshPlugin } from './plugins.ts';

/**
 * Handles files and folders that were created, changed or deleted. Events of watchers are only a hint: the state on disk
 * is read again.
 */
export async function refreshFiles(session: Session, changes: readonly FileEvent[]): Promise<void> {
  const { documents, workspace } = session;
  const isRelevant = (uri: string): boolean =>
    session.isSearched(uri) ||
    documents.get(uri) !== undefined ||
    (isConfigurationFile(uri) && session.openWithin(parentOf(uri)).length > 0);
  const events = changes
    .filter(change => typeof change?.uri === 'string')
    .map(({ uri, type }) => ({ uri: workspace.knownUri(uri), type }))
    .filter(({ uri }) => isRelevant(uri));
  countEvents(session, events.length);
  const paths = new Set(events.map(({ uri }) => pathOf(uri)));
  const others = new Set<string>();
  for (const uri of new Set(events.map(event => event.uri))) {
    if (isConfigurationFile(uri)) await refreshConfiguration(session, uri);
    else if (isIgnoreFile(uri)) await refreshIgnoreFile(session, uri);
    else if (isPluginManifest(uri)) await refreshPlugin(session, uri);
    else if (workspace.projects.mayBeAgentFile(uri)) await refreshWithDuplicates(session, uri);
    else others.add(uri);
  }
  const [first] = others;
  if (first !== undefined) await refreshBelow(session, new Set([...others].map(pathOf)), first);
  const created = events.filter(({ uri, type }) => others.has(uri) && type === FileChangeType.Created);
  const createdUris = new Set(created.map(({ uri }) => uri));
  const createdPaths = new Set([...createdUris].map(pathOf));
  // A folder is searched recursively, so a build that writes a thousand folders costs one search.
  const outermost = [...createdUris].filter(uri => !liesIn(pathOf(parentOf(uri)), createdPaths));
  await refreshFolders(session, outermost);
  await followCollections(session, new Set(events.map(event => event.uri)));
  await refreshTogether(session, workspace.importersOf(paths));
  workspace.skills.forgetFiles(paths);
  refreshSkillsSoon(session);
}

/** Rechecks the known files below paths, which may be deleted; `near` is the URI of one of them. */
async function refreshBelow(session: Session, paths: ReadonlySet<string>, near: string): Promise<void> {
  const { projects, index } = session.workspace;
  const isBelow = (uri: string): boolean => liesIn(pathOf(uri), paths);
  for (const uri of projects.configurationFiles.filter(isBelow)) await refreshConfiguration(session, uri);
  const manifests = projects.pluginManifests.filter(path => liesIn(path, paths));
  for (const manifest of manifests) await refreshPlugin(session, uriOfPath(manifest, near));
  await refreshTogether(session, index.files.map(({ uri }) => uri).filter(isBelow));
}

/** Handles a `.gitignore` file that was created, changed or deleted. */
async function refreshIgnoreFile(session: Session, uri: string): Promise<void> {
  await readIgnoreFile(session, uri);
  if (session.settings.respectGitignore) await refreshFolders(session, session.openWithin(parentOf(uri)));
}
