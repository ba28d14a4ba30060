import { commands, type Disposable, type OutputChannel } from 'vscode';

/** "Agent Files: Show Output" shows the log of the client and the server. */
export function registerShowOutput(output: OutputChannel): Disposable {
  return commands.registerCommand('agentFiles.showOutput', () => output.show());
}
