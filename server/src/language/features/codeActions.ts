import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type CodeAction,
  CodeActionKind,
  type RenameFile,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import { declareFields } from '../configurationEdits.ts';
import type { AgentDocument } from '../document/agentDocument.ts';
import { type OffsetRange, overlaps } from '../document/offsets.ts';
import { applyChanges } from '../rules/edits/outcome.ts';
import type { Fix, TextChange } from '../rules/rule.ts';
import type { Snapshot } from '../snapshot.ts';
import { plainMessage } from './describe.ts';
import { diagnose, fixesOf, type RuleSettings } from './diagnostics.ts';
import { fixAll } from './fixAll.ts';
import { membersOf } from './groupAlike.ts';
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

/** The configuration file in which a quick fix declares custom keys. */
export interface ConfigurationTarget {
  readonly uri: string;
  /** Absent for a file that does not exist. */
  readonly text?: string;
}

/**
 * The quick fixes of the diagnostics in `range`. The first safe fix of a diagnostic is preferred. Fixes that change the
 * project's configuration are left out without `configuration`.
 */
export function codeActionsAt(
  snapshot: Snapshot,
  range: OffsetRange,
  settings: RuleSettings = {},
  { configuration, canRename = false }: ActionCapabilities = {},
): CodeAction[] {
  const { document } = snapshot;
  return diagnose(snapshot, settings)
    .filter(diagnostic => membersOf(diagnostic).some(member => overlaps(member.range, range)))
    .flatMap(diagnostic => {
      const diagnostics = [toLspDiagnostic(document, diagnostic)];
      const fixed = fixesOf(diagnostic, range).flatMap((fix, index) => {
        const edit = fix.declares
          ? configuration && declaring(fix.declares, configuration)
          : { changes: { [document.uri]: toTextEdits(document, fix.changes) } };
        if (!edit) return [];
        return [
          {
            title: plainMessage(fix.title),
            kind: CodeActionKind.QuickFix,
            diagnostics,
            isPreferred: index === 0 && fix.safe,
            edit,
          },
        ];
      });
      const moved = (canRename ? (diagnostic.finding.moves?.() ?? []) : []).map(({ title, files }) => ({
        title: plainMessage(title),
        kind: CodeActionKind.QuickFix,
        diagnostics,
        edit: { documentChanges: files.map(({ from, to }) => renameOf(from, to)) },
      }));
      return [...fixed, ...moved];
    });
}

/** What code actions can do beside changing the file. */
export interface ActionCapabilities {
  /** The configuration file for fixes that change it. */
  readonly configuration?: ConfigurationTarget | undefined;
  /** Whether edits can rename files. */
  readonly canRename?: boolean;
}

/** A rename that fails if there is a file at the target. */
function renameOf(oldUri: string, newUri: string): RenameFile {
  return { kind: 'rename', oldUri, newUri, options: { overwrite: false, ignoreIfExists: false } };
}

/** The edit that declares custom keys in a configuration file, which it creates where there is none. */
function declaring(keys: readonly string[], { uri, text }: ConfigurationTarget): WorkspaceEdit | undefined {
  const changes = declareFields(text ?? '', keys);
  if (!changes || changes.length === 0) return undefined;
  const lines = TextDocument.create(uri, '', 0, text ?? '');
  const edits = changes.map(({ range, newText }) => ({
    range: { start: lines.positionAt(range.start), end: lines.positionAt(range.end) },
    newText,
  }));
  if (text !== undefined) return { changes: { [uri]: edits } };
  const textDocument = { uri, version: null };
  return {
    documentChanges: [
      { kind: 'create', uri, options: { ignoreIfExists: true } },
      { textDocument, edits },
    ],
  };
}

/** Changes as LSP text edits. */
function toTextEdits(document: AgentDocument, changes: readonly TextChange[]): TextEdit[] {
  return changes.map(({ range, newText }) => ({ range: document.toRange(range), newText }));
}

/** The text after `fix`. Its changes must not overlap; their order does not matter. */
export function applyFix(text: string, fix: Pick<Fix, 'changes'>): string {
  return applyChanges(text, fix.changes);
}
