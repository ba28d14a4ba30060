import type { FoundFile } from '../../workspace/fileSystem.ts';
import { folderPathOf, liesIn, pathOf, uriOfPath } from '../../workspace/uris.ts';
import { notifyCollections } from '../notifyCollections.ts';
import { refreshTogether } from '../publishDiagnostics.ts';
import type { Session } from '../session.ts';

/**
 * Returns the possible agent files among the files found in an open folder or of one in it, those of collections too,
 * and publishes the diagnostics of files that are in a collection no more.
 */
export async function agentFilesAmong(
  session: Session,
  folder: string,
  found: readonly FoundFile[],
): Promise<FoundFile[]> {
  const { projects } = session.workspace;
  const path = folderPathOf(folder);
  // The outermost folder shows most of the repository.
  const root = session.folders
    .filter(open => path.startsWith(folderPathOf(open)))
    .sort((a, b) => a.length - b.length)[0];
  if (root === undefined) return found.filter(({ uri }) => projects.mayBeAgentFile(uri));
  const before = projects.collections.files;
  const agents = await projects.agentFilesAmong(folder, found, { root });
  // The caller publishes those of the others.
  await refreshChanged(session, before, folder, new Set(agents.map(({ uri }) => pathOf(uri))));
  return agents;
}

/** Follows changes of files (URIs), and of all files below such paths, as far as they change what is in a collection. */
export async function followCollections(session: Session, uris: Iterable<string>): Promise<void> {
  const { projects } = session.workspace;
  const paths = new Map([...uris].map(uri => [pathOf(uri), uri]));
  const near = [...paths.values()][0];
  if (near === undefined) return;
  const before = projects.collections.files;
  const below = [...before.keys()].filter(path => !paths.has(path) && liesIn(path, new Set(paths.keys())));
  await projects.updateCollections([...paths.values(), ...below.map(path => uriOfPath(path, near))]);
  await refreshChanged(session, before, near);
}

async function refreshChanged(
  session: Session,
  before: ReadonlyMap<string, { readonly dialect: unknown }>,
  near: string,
  except: ReadonlySet<string> = new Set(),
): Promise<void> {
  const after = session.workspace.projects.collections.files;
  if (after === before) return;
  const paths = new Set([...before.keys(), ...after.keys()]);
  const changed = [...paths].filter(path => before.get(path)?.dialect !== after.get(path)?.dialect);
  if (changed.length > 0) session.workspace.forgetSnapshots();
  notifyCollections(session);
  await refreshTogether(
    session,
    changed.filter(path => !except.has(path)).map(path => uriOfPath(path, near)),
  );
}
