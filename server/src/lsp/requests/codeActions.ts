import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver';
import { codeActionsAt, fixAllAction, fixAllKind } from '../../language/features/codeActions.ts';
import { suppressActionsAt } from '../../language/features/suppressActions.ts';
import { guarded } from '../guarded.ts';
import type { Session } from '../session.ts';

/** Returns the quick fixes for a range and, if requested, the action that applies all safe fixes of the file. */
export const handleCodeAction = guarded(
  async (session: Session, { textDocument, range, context }: CodeActionParams): Promise<CodeAction[]> => {
    const snapshot = session.snapshotOf(textDocument.uri);
    if (!snapshot) return [];
    const { document } = snapshot;
    const only = context.only?.length ? context.only : [CodeActionKind.QuickFix];
    // The empty kind includes all others.
    const wants = (kind: string): boolean =>
      only.some(wanted => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
    const rules = session.rulesFor(document.uri);
    // The newest index: other files may have changed since the document did.
    const current = { ...snapshot, workspace: session.workspace.index };
    const span = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
    const configuration = await session.configurationTarget(document.uri);
    const { canRename } = session;
    const fixes = wants(CodeActionKind.QuickFix)
      ? codeActionsAt(current, span, rules, { configuration, canRename })
      : [];
    const suppressing = wants(CodeActionKind.QuickFix)
      ? suppressActionsAt(current, span, rules, configuration)
      : [];
    const everything = wants(fixAllKind) ? fixAllAction(snapshot, rules) : undefined;
    return [...fixes, ...suppressing, ...(everything ? [everything] : [])];
  },
  [],
);
