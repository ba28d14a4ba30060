import { commands, type Disposable, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** "Agent Files: Restart Server" ends the language server, if it still runs, and starts it anew. */
export function registerRestartServer(client: BaseLanguageClient): Disposable {
  return commands.registerCommand('agentFiles.restartServer', async () => {
    try {
      await restartClient(client);
    } catch (error) {
      // A client whose very first start failed cannot be started again; only a new extension host helps.
      const choice = await window.showErrorMessage(
        `The Agent Files language server could not be started (${error instanceof Error ? error.message : error}).`,
        'Reload Window',
      );
      if (choice) await commands.executeCommand('workbench.action.reloadWindow');
    }
  });
}

/** Ends the server, if it runs, and starts it anew. */
export async function restartClient(client: BaseLanguageClient): Promise<void> {
  await stop(client);
  await client.start();
}

async function stop(client: BaseLanguageClient): Promise<void> {
  if (!client.needsStop()) return;
  try {
    await client.stop();
  } catch {
    // A server that does not answer is ended by force; the client counts as stopped all the same.
  }
}
