import { unreadableConfiguration } from '../../language/configuration.ts';
import { toConfigurationDiagnostics } from '../../language/features/lspDiagnostics.ts';
import { findAgentsBelow } from '../../workspace/findFiles.ts';
import { pathOf, uriOfPath } from '../../workspace/uris.ts';
import { guarded } from '../guarded.ts';
import { refreshTogether } from '../publishDiagnostics.ts';
import type { Session } from '../session.ts';

/**
 * Reads a plugin manifest as it is saved, and reports one that cannot be read. Returns its folder's path when its plugins
 * were added, changed or removed.
 */
export async function readManifest(
  { connection, fileSystem, unreadable, workspace: { projects } }: Session,
  uri: string,
): Promise<string | undefined> {
  const read = await fileSystem.tryRead(uri);
  unreadable.delete(uri);
  if (typeof read === 'object') {
    unreadable.add(uri);
    const errors = [unreadableConfiguration(read.unreadable)];
    connection.sendDiagnostics({ uri, diagnostics: toConfigurationDiagnostics('', errors) });
  }
  return typeof read === 'string' ? projects.addPlugin(uri, read) : projects.removePlugin(uri);
}

/**
 * Handles a plugin manifest that was created, changed or deleted, which changes what the files in its folder are.
 */
export const refreshPlugin = guarded(async (session: Session, uri: string) => {
  const { documents, fileSystem, workspace } = session;
  const changed = await readManifest(session, uri);
  if (changed === undefined) return refreshTogether(session, [uri]);
  workspace.forgetSnapshots();
  const open = documents.keys().filter(other => pathOf(other).startsWith(changed));
  const known = [...open, ...workspace.filesBelow(changed)];
  const folder = uriOfPath(changed.slice(0, -1), uri);
  const found = await findAgentsBelow(fileSystem, workspace.projects, folder);
  await refreshTogether(session, [uri, ...known, ...found]);
}, undefined);
