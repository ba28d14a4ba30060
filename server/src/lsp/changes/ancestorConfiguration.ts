import { parentOf, pathOf } from '../../workspace/uris.ts';
import { guarded } from '../guarded.ts';
import { refreshAll } from '../publishDiagnostics.ts';
import type { Session } from '../session.ts';
import { refreshConfiguration } from './configurationFiles.ts';
import { watchFiles } from './files.ts';
import { readManifest } from './plugins.ts';

/**
 * Looks for what holds for a folder (URI) from above: an editor may have opened a part of a project, or of a plugin.
 * Only on disk: where files come from afar, a whole repository is opened. True when something new was found.
 */
export const lookAbove = guarded(async (session: Session, folder: string) => {
  if (!folder.startsWith('file:')) return false;
  const found = await session.ancestorConfiguration.findAbove(folder);
  // What lies in the open folders is found there.
  const isAbove = (uri: string): boolean => !session.isWithin(pathOf(uri));
  const configurations = found.configurations.filter(isAbove);
  const manifests = found.manifests.filter(isAbove);
  for (const uri of manifests) await readManifest(session, uri);
  for (const uri of configurations) await refreshConfiguration(session, uri);
  if (configurations.length > 0) void watchFiles(session);
  return configurations.length + manifests.length > 0;
}, false);

/** The same for a document that was opened and lies in none of the open folders. */
export async function findAncestorConfiguration(session: Session, uri: string): Promise<void> {
  if (session.isWithin(pathOf(uri)) || !(await lookAbove(session, parentOf(uri)))) return;
  session.workspace.forgetSnapshots();
  await refreshAll(session);
}
