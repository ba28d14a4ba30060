import {
  Position,
  Selection,
  TabInputText,
  type TextEditor,
  TextEditorRevealType,
  type Uri,
  ViewColumn,
  window,
} from 'vscode';

/**
 * Moves the cursor to a line of a file, in the editor that already shows it, and scrolls there if needed. `focus` also
 * moves the focus to the editor.
 */
export async function revealLine(uri: Uri, line: number, focus: boolean): Promise<void> {
  const editor = await showEditor(uri, !focus);
  const position = new Position(Math.min(line, editor.document.lineCount - 1), 0);
  editor.selection = new Selection(position, position);
  editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport);
}

async function showEditor(uri: Uri, preserveFocus: boolean): Promise<TextEditor> {
  const visible = window.visibleTextEditors.find(editor => editor.document.uri.toString() === uri.toString());
  if (visible && preserveFocus) return visible;
  return window.showTextDocument(uri, { viewColumn: visible?.viewColumn ?? columnOf(uri), preserveFocus });
}

/** The group that has the file in a tab, or else the first one. */
function columnOf(uri: Uri): ViewColumn {
  const group = window.tabGroups.all.find(({ tabs }) =>
    tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === uri.toString()),
  );
  return group?.viewColumn ?? ViewColumn.One;
}
