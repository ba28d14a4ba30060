import { commands, FileType, Uri, window, workspace } from 'vscode';
import { leadsOut } from './leadsOut.ts';

/** Opens the file that a link in a document leads to; asks first when it is outside of the workspace. */
export async function openLinked(document: Uri, path: string): Promise<void> {
  const uri = Uri.joinPath(document, '..', path);
  const isLink = await workspace.fs.stat(uri).then(
    ({ type }) => (type & FileType.SymbolicLink) !== 0,
    () => false,
  );
  const folders = (workspace.workspaceFolders ?? [])
    .filter(({ uri: folder }) => folder.scheme === uri.scheme && folder.authority === uri.authority)
    .map(({ uri: folder }) => folder.path);
  if (leadsOut({ path: uri.path, documentPath: document.path, folders, isLink })) {
    const open = 'Open';
    const detail = uri.scheme === 'file' ? uri.fsPath : uri.toString(true);
    const question = 'Do you want to open a file outside of the workspace?';
    if ((await window.showWarningMessage(question, { modal: true, detail }, open)) !== open) return;
  }
  await commands.executeCommand('vscode.open', uri);
}
