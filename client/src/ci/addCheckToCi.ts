import {
  commands,
  type Disposable,
  type ExtensionContext,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { workflowPath, workflowText } from './workflow.ts';

/** "Add Check to CI" writes a workflow for GitHub Actions, unless there is one, and shows it. */
export function registerAddCheckToCi({ extension }: Pick<ExtensionContext, 'extension'>): Disposable {
  return commands.registerCommand('agentFiles.addCheckToCi', async () => {
    const folders = workspace.workspaceFolders ?? [];
    const [folder] = folders.length > 1 ? [await window.showWorkspaceFolderPick()] : folders;
    if (!folder) {
      if (folders.length === 0)
        void window.showInformationMessage('Open a folder first: the check belongs to a project.');
      return;
    }
    const file = Uri.joinPath(folder.uri, workflowPath);
    const isNew = await create(file, workflowText(String(extension.packageJSON.version)));
    await window.showTextDocument(file, { preview: false });
    void window.showInformationMessage(
      isNew
        ? `${workflowPath} was written. Commit it, and GitHub Actions checks the agent files of each pull request.`
        : `${workflowPath} exists, and was left as it is.`,
    );
  });
}

/** Creates a file; false where there is one. */
async function create(file: Uri, text: string): Promise<boolean> {
  const exists = await workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
  if (exists) return false;
  const edit = new WorkspaceEdit();
  edit.createFile(file, { overwrite: false, contents: new TextEncoder().encode(text) });
  return workspace.applyEdit(edit);
}
