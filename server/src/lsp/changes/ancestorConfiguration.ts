import { parentOf, pathOf } from '../../workspace/uris.ts';
import { guarded } from '../guarded.ts';
import { refreshAll } from '../publishDiagnostics.ts';
import type { Session } from '../session.ts';
import { refreshConfiguration } from './configurationFiles.ts';
import { applyIgnoreFiles } from './ignoreFiles.ts';
import { readManifest } from './plugins.ts';
import { watchFiles } from './watchFiles.ts';

/**
 * Reads the configuration files and plugin manifests above a folder (URI), since the client may have opened part of a
 * project or plugin. Only on disk: a virtual workspace is a whole repository. Returns true when it found something new.
 */
export const lookAbove = guarded(async (session: Session, folder: string) => {
  if (!folder.startsWith('file:')) return false;
  const found = await session.ancestorConfiguration.findAbove(folder);
  await applyIgnoreFiles(session, found);
  // The search of the open folders finds what is inside them.
  const isAbove = (uri: string): boolean => !session.isWithin(pathOf(uri));
  const configurations = found.configurations.filter(isAbove);
  const manifests = found.manifests.filter(isAbove);
  for (const uri of manifests) await readManifest(session, uri);
  for (const uri of configurations) await refreshConfiguration(session, uri);
  if (configurations.length > 0) void watchFiles(session);
  return configurations.length + manifests.length > 0;
}, false);

/** Does the same for an opened document outside all open folders. */
export async function findAncestorConfiguration(session: Session, uri: string): Promise<void> {
  if (session.isWithin(pathOf(uri)) || !(await lookAbove(session, parentOf(uri)))) return;
  session.workspace.forgetSnapshots();
  await refreshAll(session);
}
