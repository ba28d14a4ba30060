import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver';
import { configurationFileName } from '../../language/configuration.ts';
import { codeActionsAt, fixAllAction, fixAllKind } from '../../language/features/codeActions.ts';
import { type ConfigurationPlace, suppressActionsAt } from '../../language/features/suppressActions.ts';
import { folderPathOf, pathOf } from '../../workspace/uris.ts';
import { guarded } from '../guarded.ts';
import type { Session } from '../session.ts';

/** Returns the quick fixes for a range and, if requested, the action that applies all safe fixes of the file. */
export const handleCodeAction = guarded(
  (session: Session, { textDocument, range, context }: CodeActionParams): CodeAction[] => {
    const snapshot = session.snapshotOf(textDocument.uri);
    if (!snapshot) return [];
    const { document } = snapshot;
    const only = context.only?.length ? context.only : [CodeActionKind.QuickFix];
    // The empty kind includes all others.
    const wants = (kind: string): boolean =>
      only.some(wanted => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
    const rules = session.rulesFor(document.uri);
    const span = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
    const fixes = wants(CodeActionKind.QuickFix) ? codeActionsAt(snapshot, span, rules) : [];
    const suppressing = wants(CodeActionKind.QuickFix)
      ? suppressActionsAt(snapshot, span, rules, configurationPlace(session, document.uri))
      : [];
    const everything = wants(fixAllKind) ? fixAllAction(snapshot, rules) : undefined;
    return [...fixes, ...suppressing, ...(everything ? [everything] : [])];
  },
  [],
);

/** The configuration file of a document, or the one to create in its open folder, where the client can create files. */
function configurationPlace(session: Session, uri: string): ConfigurationPlace | undefined {
  const existing = session.workspace.projects.configurationFileOf(uri);
  if (existing) return existing;
  const edits = session.capabilities.workspace?.workspaceEdit;
  const creates = edits?.documentChanges === true && edits.resourceOperations?.includes('create') === true;
  const folder = creates && session.folders.find(open => pathOf(uri).startsWith(folderPathOf(open)));
  return folder
    ? { uri: `${folder.replace(/\/$/, '')}/${configurationFileName}`, text: undefined }
    : undefined;
}
