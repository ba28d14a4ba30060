import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  commands,
  type Diagnostic,
  languages,
  Position,
  Range,
  Selection,
  type TextDocument,
  type TextEditor,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { until } from './until.ts';

/** The URI of a file of the scratch workspace, by its path from the workspace's root. */
export function workspaceFile(path: string): Uri {
  const root = workspace.workspaceFolders?.[0];
  if (!root) throw new Error('No workspace is open.');
  return Uri.joinPath(root.uri, path);
}

/** Opens a file of the workspace in an editor. */
export async function open(path: string): Promise<TextEditor> {
  return window.showTextDocument(await workspace.openTextDocument(workspaceFile(path)), { preview: false });
}

/** Writes `.claude/agents/NAME` and opens it. A caret `¦` in the text is taken out and becomes the selection. */
export function openAgent(name: string, textWithCaret: string): Promise<TextEditor> {
  return openFile(`.claude/agents/${name}`, textWithCaret);
}

/** Writes the file at a path from the workspace's root and opens it, as `openAgent` does. */
export async function openFile(path: string, textWithCaret: string): Promise<TextEditor> {
  const file = workspaceFile(path).fsPath;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, '');
  const editor = await open(path);
  const caret = textWithCaret.indexOf('¦');
  await setText(editor.document, textWithCaret.replace('¦', ''));
  if (caret >= 0) {
    const position = editor.document.positionAt(caret);
    editor.selection = new Selection(position, position);
  }
  return editor;
}

/** Replaces the whole text, as one edit that can be undone. */
export async function setText(document: TextDocument, text: string): Promise<void> {
  const edit = new WorkspaceEdit();
  const end = document.lineAt(document.lineCount - 1).range.end;
  edit.replace(document.uri, new Range(new Position(0, 0), end), text);
  if (!(await workspace.applyEdit(edit))) throw new Error('The editor refused the edit.');
}

/** Our own diagnostics of a document, as they are now. */
export function diagnosticsOf(document: TextDocument): Diagnostic[] {
  return languages.getDiagnostics(document.uri).filter(({ source }) => source === 'agent-files');
}

/** The rule that a diagnostic comes from. */
export function ruleOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Waits until one of our diagnostics comes from `rule`, and returns it. */
export function diagnosticOf(document: TextDocument, rule: string): Promise<Diagnostic> {
  return until(`a diagnostic of ${rule}; there are ${describe(document)}`, () =>
    diagnosticsOf(document).find(diagnostic => ruleOf(diagnostic) === rule),
  );
}

/** Waits until none of our diagnostics comes from `rule` any more. */
export async function noDiagnosticOf(document: TextDocument, rule: string): Promise<void> {
  await until(`no diagnostic of ${rule}`, () =>
    diagnosticsOf(document).every(diagnostic => ruleOf(diagnostic) !== rule),
  );
}

/** Closes every editor without asking whether to save. */
export async function closeAll(): Promise<void> {
  for (const document of workspace.textDocuments) {
    if (!document.isDirty) continue;
    await window.showTextDocument(document);
    await commands.executeCommand('workbench.action.files.revert');
  }
  await commands.executeCommand('workbench.action.closeAllEditors');
}

const describe = (document: TextDocument) => diagnosticsOf(document).map(ruleOf).join(', ') || 'none';
