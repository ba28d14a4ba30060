import { associationsFrom } from '../../workspace/projects.ts';
import { guarded } from '../guarded.ts';
import { refreshAll } from '../publishDiagnostics.ts';
import type { Session } from '../session.ts';
import { readSettings } from '../settings.ts';
import { refreshFolders } from './folders.ts';
import { watchFiles } from './watchFiles.ts';

/** A client that has not sent its settings after this many milliseconds may never do so. */
const waitLimit = 3000;

/** Requests the settings; a client that does not support that has `pushed` them. */
export const fetchSettings = guarded(async (session: Session, pushed?: unknown) => {
  if (!session.capabilities.workspace?.configuration) {
    applySettings(session, (pushed as { readonly agentFiles?: unknown } | null | undefined)?.agentFiles);
    return;
  }
  const answer = session.connection.workspace.getConfiguration('agentFiles');
  const given: unknown = await Promise.race([answer, afterWaitLimit()]);
  if (given !== noAnswer) {
    applySettings(session, given);
    return;
  }
  session.connection.console.warn(
    `The client has not answered workspace/configuration for ${waitLimit / 1000} seconds. The default settings apply.`,
  );
  void applyLate(session, answer);
}, undefined);

const noAnswer = Symbol('no answer');

function afterWaitLimit(): Promise<typeof noAnswer> {
  return new Promise(resolve => setTimeout(() => resolve(noAnswer), waitLimit));
}

/** Applies settings that came after all. */
const applyLate = guarded(async (session: Session, answer: Promise<unknown>) => {
  const given = await answer;
  await refreshAfter(session, () => applySettings(session, given));
}, undefined);

function applySettings(session: Session, given: unknown): void {
  const before = session.settings;
  const settings = readSettings(given, message => session.connection.console.warn(message));
  session.settings = settings;
  if (session.workspace.projects.findsCollections !== settings.collections) {
    session.workspace.projects.findsCollections = settings.collections;
    session.workspace.forgetSnapshots();
  }
  if (JSON.stringify(settings.associations) === JSON.stringify(before.associations)) return;
  session.workspace.associate(associationsFrom(settings.associations));
}

/** Handles a change of the settings. `pushed` are all settings, from a client that sends them. */
export function refreshSettings(session: Session, pushed: unknown): Promise<void> {
  return refreshAfter(session, () => fetchSettings(session, pushed));
}

async function refreshAfter(session: Session, change: () => void | Promise<void>): Promise<void> {
  const { projects } = session.workspace;
  const found = (): string => JSON.stringify([projects.associations.globs, projects.findsCollections]);
  const before = found();
  const { respectGitignore } = session.settings;
  await change();
  if (session.settings.respectGitignore !== respectGitignore) await refreshFolders(session, session.folders);
  if (found() !== before) {
    void watchFiles(session);
    await refreshFolders(session, session.folders);
  }
  await refreshAll(session);
}
