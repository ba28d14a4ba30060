import { guarded } from '../guarded.ts';
import { toConfigurationDiagnostics } from '../language/features/lspDiagnostics.ts';
import { refreshAll } from '../publishDiagnostics.ts';
import type { Session } from '../session.ts';

/** A configuration file came, changed or went: what is at fault in it, on that file; then every agent file anew. */
export const refreshConfiguration = guarded(async (session: Session, uri: string) => {
  const { connection, documents, fileSystem, workspace } = session;
  const open = documents.get(uri);
  const text = open?.getText() ?? (await fileSystem.read(uri));
  const faults = text === undefined ? [] : workspace.projects.update(uri, text);
  if (text === undefined && !workspace.projects.remove(uri)) return;
  connection.sendDiagnostics({ uri, diagnostics: toConfigurationDiagnostics(text ?? '', faults) });
  workspace.forgetSnapshots();
  await refreshAll(session);
}, undefined);
