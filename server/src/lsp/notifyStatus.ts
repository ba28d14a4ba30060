import type { AgentDiagnostic } from '../language/features/agentDiagnostic.ts';
import { fileStatus } from '../language/features/fileStatus.ts';
import type { Snapshot } from '../language/snapshot.ts';
import { type AgentFileStatus, type StatusParams, statusNotification } from './protocol.ts';
import type { Session } from './session.ts';

/**
 * Sends a client that asked for it the status of an open document: its dialect and how the tool loads it. `problems` are
 * its diagnostics.
 */
export function notifyStatus(
  session: Session,
  uri: string,
  snapshot: Snapshot | undefined,
  problems: readonly AgentDiagnostic[] = [],
): void {
  if (!session.wantsStatus) return;
  const status = snapshot ? statusOf(session, snapshot, problems) : null;
  void session.connection.sendNotification(statusNotification, { uri, status } satisfies StatusParams);
}

function statusOf(
  { workspace }: Session,
  snapshot: Snapshot,
  problems: readonly AgentDiagnostic[],
): AgentFileStatus | null {
  const { id, title } = snapshot.dialect;
  const by = workspace.projects.choiceOf(snapshot.document)?.by;
  return by ? { ...fileStatus(snapshot, problems), dialect: { id, title }, by } : null;
}
