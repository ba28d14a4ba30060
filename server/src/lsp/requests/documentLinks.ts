import type { DocumentLink, DocumentLinkParams } from 'vscode-languageserver';
import { documentLinks } from '../../language/features/names/documentLinks.ts';
import { uriOfPath } from '../../workspace/uris.ts';
import { guarded } from '../guarded.ts';
import type { Session } from '../session.ts';

/** Returns the paths in a document that lead to other files. */
export const handleDocumentLinks = guarded(
  async (session: Session, { textDocument }: DocumentLinkParams): Promise<DocumentLink[] | null> => {
    const snapshot = session.snapshotOf(textDocument.uri);
    if (!snapshot) return null;
    await session.workspace.lookForLinks(snapshot);
    const current = { ...snapshot, workspace: session.workspace.index };
    return documentLinks(current, path => uriOfPath(path, textDocument.uri));
  },
  null,
);
