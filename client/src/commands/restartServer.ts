import { commands, type Disposable, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** "Agent Files: Restart Server" stops the language server, if it runs, and starts it again. */
export function registerRestartServer(client: BaseLanguageClient): Disposable {
  return commands.registerCommand('agentFiles.restartServer', async () => {
    try {
      await restartClient(client);
    } catch (error) {
      // A client whose first start failed cannot be restarted in the same extension host.
      const choice = await window.showErrorMessage(
        `The Agent Files language server could not be started (${error instanceof Error ? error.message : error}).`,
        'Reload Window',
      );
      if (choice) await commands.executeCommand('workbench.action.reloadWindow');
    }
  });
}

/** Stops the server, if it runs, and starts it again. */
export async function restartClient(client: BaseLanguageClient): Promise<void> {
  await stop(client);
  await client.start();
}

async function stop(client: BaseLanguageClient): Promise<void> {
  if (!client.needsStop()) return;
  try {
    await client.stop();
  } catch {
    // An unresponsive server is killed; the client counts as stopped anyway.
  }
}
