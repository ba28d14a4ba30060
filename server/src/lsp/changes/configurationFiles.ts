import { type Configuration, unreadableConfiguration } from '../../language/configuration.ts';
import { toConfigurationDiagnostics } from '../../language/features/lspDiagnostics.ts';
import { eachOnce, findBelow } from '../../workspace/findFiles.ts';
import { parentOf } from '../../workspace/uris.ts';
import { guarded } from '../guarded.ts';
import { notifyCollections } from '../notifyCollections.ts';
import { refreshAll, refreshTogether } from '../publishDiagnostics.ts';
import type { Session } from '../session.ts';
import { agentFilesAmong } from './collections.ts';
import { watchFiles } from './watchFiles.ts';

/** Handles a configuration file that was created, changed or deleted: publishes its errors, then rechecks all files. */
export const refreshConfiguration = guarded(async (session: Session, uri: string) => {
  const { fileSystem, workspace } = session;
  const { projects } = workspace;
  const before = whatIsFound(projects.configurationOf(uri));
  const globsBefore = projects.globs.join();
  if (!(await readConfiguration(session, uri))) return;
  notifyCollections(session);
  await refreshAll(session);
  if (before === whatIsFound(projects.configurationOf(uri))) return;
  if (projects.globs.join() !== globsBefore) void watchFiles(session);
  // Files that were ignored, or no agent files so far, are not in the index.
  for (const folder of session.openWithin(parentOf(uri))) {
    const { others } = await findBelow(fileSystem, projects, folder);
    const agents = await agentFilesAmong(session, folder, others);
    await refreshTogether(
      session,
      eachOnce(agents, () => true),
    );
  }
}, undefined);

/** Reads a configuration file and publishes its errors. False when there is none, and was none. */
export const readConfiguration = guarded(async (session: Session, uri: string) => {
  const { connection, documents, fileSystem, workspace } = session;
  const { projects } = workspace;
  const open = documents.get(uri);
  const read = open?.getText() ?? (await fileSystem.tryRead(uri));
  // The configuration of a file that cannot be read is empty.
  const text = typeof read === 'object' ? '' : read;
  const errors = text === undefined ? [] : projects.update(uri, text);
  if (text === undefined && !projects.remove(uri)) return false;
  const reported = typeof read === 'object' ? [unreadableConfiguration(read.unreadable)] : errors;
  connection.sendDiagnostics({ uri, diagnostics: toConfigurationDiagnostics(text ?? '', reported) });
  workspace.forgetSnapshots();
  return true;
}, false);

/** What a configuration says of which files are agent files. */
function whatIsFound({ ignore, associations, collections }: Configuration): string {
  return JSON.stringify([ignore, associations, collections]);
}
