import { toConfigurationDiagnostics } from '../../language/features/lspDiagnostics.ts';
import { findAgentsBelow } from '../../workspace/findFiles.ts';
import { parentOf } from '../../workspace/uris.ts';
import { guarded } from '../guarded.ts';
import { refreshAll, refreshTogether } from '../publishDiagnostics.ts';
import type { Session } from '../session.ts';

/** Handles a configuration file that was created, changed or deleted: publishes its errors, then rechecks all files. */
export const refreshConfiguration = guarded(async (session: Session, uri: string) => {
  const { connection, documents, fileSystem, workspace } = session;
  const { projects } = workspace;
  const open = documents.get(uri);
  const text = open?.getText() ?? (await fileSystem.read(uri));
  const before = projects.configurationOf(uri).ignore;
  const errors = text === undefined ? [] : projects.update(uri, text);
  if (text === undefined && !projects.remove(uri)) return;
  const { ignore } = projects.configurationOf(uri);
  connection.sendDiagnostics({ uri, diagnostics: toConfigurationDiagnostics(text ?? '', errors) });
  workspace.forgetSnapshots();
  await refreshAll(session);
  if (before.join('\n') === ignore.join('\n')) return;
  // Files that were ignored so far are not in the index.
  for (const folder of session.openWithin(parentOf(uri)))
    await refreshTogether(session, await findAgentsBelow(fileSystem, projects, folder));
}, undefined);
