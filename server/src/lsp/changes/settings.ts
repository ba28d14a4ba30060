import { associationsFrom } from '../../workspace/projects.ts';
import { guarded } from '../guarded.ts';
import { refreshAll } from '../publishDiagnostics.ts';
import type { Session } from '../session.ts';
import { readSettings } from '../settings.ts';
import { refreshFolders } from './folders.ts';
import { watchFiles } from './watchFiles.ts';

/** Requests the settings; a client that does not support that has `pushed` them. */
export const fetchSettings = guarded(async (session: Session, pushed?: unknown) => {
  const { capabilities, connection, workspace } = session;
  const before = session.settings;
  const given = capabilities.workspace?.configuration
    ? await connection.workspace.getConfiguration('agentFiles')
    : (pushed as { readonly agentFiles?: unknown } | null | undefined)?.agentFiles;
  const settings = readSettings(given, message => connection.console.warn(message));
  session.settings = settings;
  if (JSON.stringify(settings.associations) === JSON.stringify(before.associations)) return;
  workspace.associate(associationsFrom(settings.associations));
}, undefined);

/** Handles a change of the settings. `pushed` are all settings, from a client that sends them. */
export async function refreshSettings(session: Session, pushed: unknown): Promise<void> {
  const associated = (): string => session.workspace.projects.associations.globs.join();
  const before = associated();
  await fetchSettings(session, pushed);
  if (associated() !== before) {
    void watchFiles(session);
    await refreshFolders(session, session.folders);
  }
  await refreshAll(session);
}
