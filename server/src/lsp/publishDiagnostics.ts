import type { AgentDiagnostic } from '../language/features/agentDiagnostic.ts';
import { internalErrorLine } from '../language/features/internalError.ts';
import { toInternalErrorDiagnostic, toLspDiagnostic } from '../language/features/lspDiagnostics.ts';
import { notReportedBy } from '../language/features/reportedByEditor.ts';
import { summaryOf } from '../language/overview/fileSummary.ts';
import type { Snapshot } from '../language/snapshot.ts';
import { isConfigurationFile } from '../workspace/projects.ts';
import { guarded } from './guarded.ts';
import { notifyStatus } from './notifyStatus.ts';
import type { Session } from './session.ts';
import { warmUpSoon } from './warmUp.ts';

/** A listing is looked at again when nothing has changed for so many milliseconds: each change may concern all skills. */
const quietTime = 200;
/** How many files are read concurrently. */
const filesAtOnce = 16;

/** Publishes the diagnostics of a file and of those that share, or shared, its name. */
export const refreshWithDuplicates = guarded(async (session: Session, uri: string) => {
  const waiting = [uri];
  // A duplicate may turn out to be deleted, which changes the first file again.
  for (const next of waiting) waiting.push(...(await refreshGuarded(session, next)));
}, undefined);

/** Like `refresh`; whatever is wrong with one file, the others are checked. */
async function refreshGuarded(session: Session, uri: string): Promise<string[]> {
  try {
    return await refresh(session, uri);
  } catch (error) {
    session.log(internalErrorLine(uri, error));
    session.connection.sendDiagnostics({ uri, diagnostics: [toInternalErrorDiagnostic()] });
    return [];
  }
}

/** Clears the diagnostics of a deleted file, and publishes those of the files that shared its name. */
export async function forgetFile(session: Session, written: string): Promise<void> {
  const uri = session.workspace.knownUri(written);
  session.connection.sendDiagnostics({ uri, diagnostics: [] });
  session.overview.delete(uri);
  for (const other of session.workspace.remove(uri)) await refreshWithDuplicates(session, other);
  refreshSkillsSoon(session);
}

/**
 * Publishes the diagnostics of many files, in batches: most of the time is spent waiting for the disk. Then once more those
 * of files whose duplicates came after them.
 */
export const refreshTogether = guarded(async (session: Session, uris: readonly string[]) => {
  let files = [...new Set(uris)].filter(uri => !isConfigurationFile(uri));
  while (files.length > 0) {
    const affected = new Set<string>();
    for (let at = 0; at < files.length; at += filesAtOnce) {
      const batch = files.slice(at, at + filesAtOnce);
      const others = await Promise.all(batch.map(uri => refreshGuarded(session, uri)));
      for (const uri of others.flat()) affected.add(uri);
    }
    files = [...affected];
  }
}, undefined);

/** The open and the indexed files. */
export function knownFiles({ documents, workspace }: Session): string[] {
  return [...documents.keys(), ...workspace.index.files.map(({ uri }) => uri)];
}

/** Publishes the diagnostics of every open or indexed file, after a change that affects all of them. */
export async function refreshAll(session: Session): Promise<void> {
  await refreshTogether(session, knownFiles(session));
}

/** Publishes the diagnostics of the skills of which models are given something else than was last said, in a moment. */
export function refreshSkillsSoon(session: Session): void {
  if (!session.isIndexed || !session.workspace.skills.isStale) return;
  clearTimeout(session.skillsTimer);
  session.skillsTimer = setTimeout(() => void refreshSkills(session), quietTime);
}

const refreshSkills = guarded(async (session: Session) => {
  const { skills } = session.workspace;
  await skills.readFiles();
  await refreshTogether(session, skills.takeChanged());
}, undefined);

/** Publishes the diagnostics of a file. Returns the files whose diagnostics may change with it. */
async function refresh(session: Session, written: string): Promise<string[]> {
  const { connection, documents, workspace } = session;
  const uri = documents.get(written) ? written : workspace.knownUri(written);
  const open = documents.get(uri);
  const isChecked = open !== undefined || (await session.isCheckedWhenClosed(uri));
  const snapshot = open ? workspace.open(open) : isChecked ? await workspace.read(uri) : undefined;
  // The document may have been opened during the read, or its folder closed.
  if (!open && documents.get(uri)) return [];
  if (!snapshot || (!open && !session.isSearched(uri))) {
    if (!session.unreadable.has(uri)) connection.sendDiagnostics({ uri, diagnostics: [] });
    if (open) notifyStatus(session, uri, undefined);
    session.overview.delete(uri);
    const affected = workspace.remove(uri);
    refreshSkillsSoon(session);
    return affected;
  }
  const others = workspace.update(snapshot);
  session.lenses.change();
  const { index } = workspace;
  const problems = publish(session, snapshot, open?.version);
  if (open) notifyStatus(session, uri, snapshot, problems);
  refreshSkillsSoon(session);
  await workspace.followImports(snapshot);
  const isMissing = await workspace.lookForLinks(snapshot);
  if (open) await workspace.listMatches(snapshot);
  // The document may have changed, or the file may be deleted, in the meantime.
  const isCurrent = documents.get(uri)?.version === open?.version && workspace.knows(uri);
  const { imported, listings } = workspace.index;
  const isNew = isMissing || imported !== index.imported || listings !== index.listings;
  if (isCurrent && isNew) publish(session, snapshot, open?.version);
  if (open) warmUpSoon(session, snapshot);
  return others;
}

/** Sends the diagnostics of a file, and returns them. */
function publish(session: Session, snapshot: Snapshot, version?: number): readonly AgentDiagnostic[] {
  const problems = session.problemsOf(snapshot, session.readingsOf(snapshot));
  session.workspace.skills.tell(snapshot.document.uri);
  // VS Code reports some problems of open files itself.
  const found = notReportedBy(session.builtInSupportFor(snapshot), snapshot, problems);
  session.connection.sendDiagnostics({
    uri: snapshot.document.uri,
    ...(version !== undefined && { version }),
    diagnostics: found.map(diagnostic => toLspDiagnostic(snapshot.document, diagnostic)),
  });
  if (session.wantsOverview) session.overview.set(summaryOf(snapshot, problems));
  return problems;
}
