import { findAgentsBelow } from '../findFiles.ts';
import { guarded } from '../guarded.ts';
import { refreshTogether } from '../publishDiagnostics.ts';
import type { Session } from '../session.ts';
import { pathOf, uriOfPath } from '../uris.ts';

/**
 * A file that makes its folder a bundle came, changed or went: with that, files there become agent files or cease to be.
 */
export const refreshBundle = guarded(async (session: Session, uri: string) => {
  const { documents, fileSystem, workspace } = session;
  const isThere = (await fileSystem.read(uri)) !== undefined;
  const bundle = isThere ? workspace.projects.addBundle(uri) : workspace.projects.removeBundle(uri);
  if (!bundle) return;
  workspace.forgetSnapshots();
  const open = documents.keys().filter(other => pathOf(other).startsWith(bundle.folder));
  const known = [...open, ...workspace.filesBelow(bundle.folder)];
  const folder = uriOfPath(bundle.folder.slice(0, -1), uri);
  const found = await findAgentsBelow(fileSystem, workspace.projects, folder);
  await refreshTogether(session, [...known, ...found]);
}, undefined);
