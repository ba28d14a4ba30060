import { commands, type Disposable, type ExtensionContext } from 'vscode';

/** "Open Walkthrough" shows the first steps with the extension. */
export function registerOpenWalkthrough({ extension }: Pick<ExtensionContext, 'extension'>): Disposable {
  return commands.registerCommand('agentFiles.openWalkthrough', () =>
    commands.executeCommand('workbench.action.openWalkthrough', `${extension.id}#start`, false),
  );
}
