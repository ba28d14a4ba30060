import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
} from 'vscode-languageserver';
import { doctorTitle } from '../../language/delivery/stagesText.ts';
import { codeActionsAt, fixAllAction, fixAllKind } from '../../language/features/codeActions.ts';
import { type CreateAction, createActionsAt } from '../../language/features/createActions.ts';
import { extractSkillAt, extractSkillKind } from '../../language/features/extractSkill.ts';
import { suppressActionsAt } from '../../language/features/suppressActions.ts';
import type { Snapshot } from '../../language/snapshot.ts';
import { guarded } from '../guarded.ts';
import { doctorCommand, openFileCommand } from '../protocol.ts';
import type { Session } from '../session.ts';

/** Whether the edits of the client can create files. */
function canCreate({ capabilities }: Session): boolean {
  const { documentChanges, resourceOperations = [] } = capabilities.workspace?.workspaceEdit ?? {};
  return documentChanges === true && resourceOperations.includes('create');
}

/** Shows the created file, where the client has a command for it. */
function withOpening({ wantsCommands }: Session, { action, created }: CreateAction): CodeAction {
  if (!wantsCommands) return action;
  return { ...action, command: { title: action.title, command: openFileCommand, arguments: [created] } };
}

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
    // By itself, an editor asks at each selection.
    const isAsked = context.triggerKind !== CodeActionTriggerKind.Automatic;
    const wantsExtraction = context.only?.length ? wants(extractSkillKind) : isAsked;
    const created = canCreate(session)
      ? [
          ...(wants(CodeActionKind.QuickFix) ? createActionsAt(current, span, rules) : []),
          ...(wantsExtraction ? [extractSkillAt(current, span, rules)] : []),
        ].flatMap(action => (action ? withOpening(session, action) : []))
      : [];
    const asking = session.wantsCommands ? doctorActions(current, context.diagnostics.length > 0) : [];
    return [
      ...fixes,
      ...created,
      ...suppressing,
      ...(everything ? [everything] : []),
      ...asking.filter(({ kind }) => wants(kind!)),
    ];
  },
  [],
);

/** The kind of the action that asks why an agent is not used, where nothing is wrong. */
export const doctorKind = `${CodeActionKind.Source}.agentFiles.doctor`;

/** The action that asks why an agent is not used: beside the fixes of a problem, and among the actions of the file. */
function doctorActions(snapshot: Snapshot, hasProblem: boolean): CodeAction[] {
  const { dialect, document } = snapshot;
  if (!['agent', 'skill', 'command'].includes(dialect.defines ?? '')) return [];
  const title = doctorTitle(snapshot);
  const command = { title, command: doctorCommand, arguments: [document.uri] };
  return [doctorKind, ...(hasProblem ? [CodeActionKind.QuickFix] : [])].map(kind => ({
    title,
    kind,
    command,
  }));
}
