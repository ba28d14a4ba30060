import { associate } from '../../language/dialect/associations.ts';
import { dialectById } from '../../language/tools/index.ts';
import { guarded } from '../guarded.ts';
import { refreshAll } from '../publishDiagnostics.ts';
import type { Session } from '../session.ts';
import { readSettings } from '../settings.ts';
import { watchFiles } from './files.ts';
import { refreshFolders } from './folders.ts';

/** Asks the editor what the user has set; of one that cannot be asked, what it has `told` counts. */
export const askForSettings = guarded(async (session: Session, told?: unknown) => {
  const { capabilities, connection, workspace } = session;
  const before = session.settings;
  const given = capabilities.workspace?.configuration
    ? await connection.workspace.getConfiguration('agentFiles')
    : (told as { readonly agentFiles?: unknown } | null | undefined)?.agentFiles;
  const settings = readSettings(given, message => connection.console.warn(message));
  session.settings = settings;
  if (JSON.stringify(settings.associations) === JSON.stringify(before.associations)) return;
  const pairs = Object.entries(settings.associations);
  workspace.associate(associate(pairs.map(([glob, id]) => [glob, dialectById(id)!] as const)));
}, undefined);

/** The user has changed a setting: all of them, where the editor has `told` them. */
export async function refreshSettings(session: Session, told: unknown): Promise<void> {
  const associated = (): string => session.workspace.projects.associations.globs.join();
  const before = associated();
  await askForSettings(session, told);
  if (associated() !== before) {
    void watchFiles(session);
    await refreshFolders(session, session.folders);
  }
  await refreshAll(session);
}
