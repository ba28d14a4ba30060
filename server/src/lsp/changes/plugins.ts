import type { Plugin } from '../../language/tools/index.ts';
import { findAgentsBelow } from '../../workspace/findFiles.ts';
import { pathOf, uriOfPath } from '../../workspace/uris.ts';
import { guarded } from '../guarded.ts';
import { refreshTogether } from '../publishDiagnostics.ts';
import type { Session } from '../session.ts';

/** Reads a file that makes its folder a bundle; the bundle when that came, became another or ceased to be one. */
export async function readManifest(
  { fileSystem, workspace: { projects } }: Session,
  uri: string,
): Promise<Plugin | undefined> {
  const text = await fileSystem.read(uri);
  return text === undefined ? projects.removePlugin(uri) : projects.addPlugin(uri, text);
}

/**
 * A file that makes its folder a bundle came, changed or went: with that, files there become agent files, or others, or
 * cease to be.
 */
export const refreshPlugin = guarded(async (session: Session, uri: string) => {
  const { documents, fileSystem, workspace } = session;
  const plugin = await readManifest(session, uri);
  if (!plugin) return;
  workspace.forgetSnapshots();
  const open = documents.keys().filter(other => pathOf(other).startsWith(plugin.folder));
  const known = [...open, ...workspace.filesBelow(plugin.folder)];
  const folder = uriOfPath(plugin.folder.slice(0, -1), uri);
  const found = await findAgentsBelow(fileSystem, workspace.projects, folder);
  await refreshTogether(session, [...known, ...found]);
}, undefined);
