import { commands, type Disposable, type OutputChannel } from 'vscode';

/** "Agent Files: Show Output" shows what the client and the server have logged. */
export function registerShowOutput(output: OutputChannel): Disposable {
  return commands.registerCommand('agentFiles.showOutput', () => output.show());
}
