import { isConfigurationFile } from '../../workspace/projects.ts';
import { forgetFile, refreshWithDuplicates } from '../publishDiagnostics.ts';
import type { Session } from '../session.ts';
import { refreshConfiguration } from './configurationFiles.ts';

/** A document was opened, or its text has changed. */
export function refreshDocument(session: Session, uri: string): Promise<void> {
  return isConfigurationFile(uri) ? refreshConfiguration(session, uri) : refreshWithDuplicates(session, uri);
}

/** A document was closed: from now on the file counts, if it is one of the open folders. */
export async function closeDocument(session: Session, uri: string): Promise<void> {
  session.workspace.close(uri);
  if (isConfigurationFile(uri) || session.isSearched(uri)) await refreshDocument(session, uri);
  else await forgetFile(session, uri);
}
