import type { AgentDiagnostic } from '../language/features/diagnostics.ts';
import { toLspDiagnostic } from '../language/features/lspDiagnostics.ts';
import { notReportedBy } from '../language/features/reportedByEditor.ts';
import type { Snapshot } from '../language/snapshot.ts';
import { isConfigurationFile } from '../workspace/projects.ts';
import { guarded } from './guarded.ts';
import { notifyStatus } from './notifyStatus.ts';
import type { Session } from './session.ts';

/** How many files are read at the same time. */
const filesAtOnce = 16;

/** Publishes the diagnostics of a file and of those that share a name with it, or did until now. */
export const refreshWithDuplicates = guarded(async (session: Session, uri: string) => {
  const waiting = [uri];
  // A namesake may turn out to be gone, which the first is to hear of.
  for (const next of waiting) waiting.push(...(await refresh(session, next)));
}, undefined);

/** Takes the diagnostics of a file away that is gone, and publishes those of the files that shared a name with it. */
export async function forgetFile(session: Session, written: string): Promise<void> {
  const uri = session.workspace.knownUri(written);
  session.connection.sendDiagnostics({ uri, diagnostics: [] });
  for (const other of session.workspace.remove(uri)) await refreshWithDuplicates(session, other);
}

/** Publishes those of many files, some at a time, since most of it is waiting for the disk. */
export async function refreshTogether(session: Session, uris: readonly string[]): Promise<void> {
  const files = [...new Set(uris)].filter(uri => !isConfigurationFile(uri));
  for (let at = 0; at < files.length; at += filesAtOnce) {
    const some = files.slice(at, at + filesAtOnce);
    await Promise.all(some.map(uri => refreshWithDuplicates(session, uri)));
  }
}

/** Publishes those of every file that is open or known: what else they depend on has changed. */
export async function refreshAll(session: Session): Promise<void> {
  const { documents, workspace } = session;
  await refreshTogether(session, [...documents.keys(), ...workspace.index.files.map(({ uri }) => uri)]);
}

/** Diagnostics of a file, from the editor's text where it is open. Returns the files whose own may change with them. */
async function refresh(session: Session, written: string): Promise<string[]> {
  const { connection, documents, workspace } = session;
  const uri = documents.get(written) ? written : workspace.knownUri(written);
  const open = documents.get(uri);
  const snapshot = open ? workspace.open(open) : await workspace.read(uri);
  // An editor may have opened it while we read, or have closed the folder that it lies in.
  if (!open && documents.get(uri)) return [];
  if (!snapshot || (!open && !session.isSearched(uri))) {
    connection.sendDiagnostics({ uri, diagnostics: [] });
    if (open) notifyStatus(session, uri, undefined);
    return workspace.remove(uri);
  }
  const others = workspace.update(snapshot);
  const { imported } = workspace.index;
  const problems = publish(session, snapshot, open?.version);
  if (open) notifyStatus(session, uri, snapshot, problems);
  await workspace.followImports(snapshot);
  // An editor may have gone on meanwhile, or the file may be gone; what has changed is published then.
  const isCurrent = documents.get(uri)?.version === open?.version && workspace.knows(uri);
  if (isCurrent && workspace.index.imported !== imported) publish(session, snapshot, open?.version);
  return others;
}

/** Sends what there is to say about a file, and returns it. */
function publish(session: Session, snapshot: Snapshot, version?: number): readonly AgentDiagnostic[] {
  const problems = session.problemsOf(snapshot, session.readingsOf(snapshot));
  // What the editor reports by itself is left to it while it has the file open.
  const found = notReportedBy(session.editorProvides(snapshot), snapshot.document, problems);
  session.connection.sendDiagnostics({
    uri: snapshot.document.uri,
    ...(version !== undefined && { version }),
    diagnostics: found.map(diagnostic => toLspDiagnostic(snapshot.document, diagnostic)),
  });
  return problems;
}
