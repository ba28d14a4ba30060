import { isConfigurationFile } from '../../workspace/projects.ts';
import { forgetFile, refreshWithDuplicates } from '../publishDiagnostics.ts';
import type { Session } from '../session.ts';
import { refreshConfiguration } from './configurationFiles.ts';

/** Handles a document that was opened or changed. */
export function refreshDocument(session: Session, uri: string): Promise<void> {
  return isConfigurationFile(uri) ? refreshConfiguration(session, uri) : refreshWithDuplicates(session, uri);
}

/** Handles a closed document: from now on the file on disk is used, if it is inside an open folder. */
export async function closeDocument(session: Session, uri: string): Promise<void> {
  session.workspace.close(uri);
  if (isConfigurationFile(uri) || session.isSearched(uri)) await refreshDocument(session, uri);
  else await forgetFile(session, uri);
}
