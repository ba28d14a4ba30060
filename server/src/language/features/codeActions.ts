import { type CodeAction, CodeActionKind, type TextEdit } from 'vscode-languageserver-types';
import type { AgentDocument } from '../document/agentDocument.ts';
import { type OffsetRange, overlaps } from '../document/offsets.ts';
import { applyChanges } from '../rules/edits/outcome.ts';
import type { Fix, TextChange } from '../rules/rule.ts';
import type { Snapshot } from '../snapshot.ts';
import { plainMessage } from './describe.ts';
import { diagnose, fixesOf, type RuleSettings } from './diagnostics.ts';
import { fixAll } from './fixAll.ts';
import { toLspDiagnostic } from './lspDiagnostics.ts';

/** The kind of the action that applies all safe fixes, on save or by command. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.agentFiles`;

/** All safe fixes of the file as one action; `undefined` when there are none. */
export function fixAllAction(snapshot: Snapshot, settings: RuleSettings = {}): CodeAction | undefined {
  const changes = fixAll(snapshot, settings);
  if (changes.length === 0) return undefined;
  const { document } = snapshot;
  return {
    title: 'Fix all that Agent Files can fix safely',
    kind: fixAllKind,
    edit: { changes: { [document.uri]: toTextEdits(document, changes) } },
  };
}

/** The quick fixes of the diagnostics in `range`. The first safe fix of a diagnostic is preferred. */
export function codeActionsAt(
  snapshot: Snapshot,
  range: OffsetRange,
  settings: RuleSettings = {},
): CodeAction[] {
  const { document } = snapshot;
  return diagnose(snapshot, settings)
    .filter(diagnostic => overlaps(diagnostic.range, range))
    .flatMap(diagnostic =>
      fixesOf(diagnostic).map((fix, index) => ({
        title: plainMessage(fix.title),
        kind: CodeActionKind.QuickFix,
        diagnostics: [toLspDiagnostic(document, diagnostic)],
        isPreferred: index === 0 && fix.safe,
        edit: { changes: { [document.uri]: toTextEdits(document, fix.changes) } },
      })),
    );
}

/** Changes as LSP text edits. */
function toTextEdits(document: AgentDocument, changes: readonly TextChange[]): TextEdit[] {
  return changes.map(({ range, newText }) => ({ range: document.toRange(range), newText }));
}

/** The text after `fix`. Its changes must not overlap; their order does not matter. */
export function applyFix(text: string, fix: Pick<Fix, 'changes'>): string {
  return applyChanges(text, fix.changes);
}
