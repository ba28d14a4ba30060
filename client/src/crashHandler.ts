import { commands, window } from 'vscode';
import { CloseAction, type CloseHandlerResult, ErrorAction, type ErrorHandler } from 'vscode-languageclient';

/** A server that crashes this often within this time is not restarted automatically. */
const crashLimit = 4;
const crashWindowMs = 3 * 60_000;

/**
 * Restarts the server after a crash. When it keeps crashing, an error message offers to restart it instead.
 */
export function createCrashHandler(now: () => number = Date.now): ErrorHandler {
  let crashes: number[] = [];
  return {
    error: () => ({ action: ErrorAction.Continue }),
    closed(): CloseHandlerResult {
      crashes = [...crashes.filter(time => now() - time < crashWindowMs), now()];
      if (crashes.length < crashLimit) {
        return {
          action: CloseAction.Restart,
          handled: true,
          message: 'The language server stopped unexpectedly and is being restarted.',
        };
      }
      const message = `The Agent Files language server crashed ${crashes.length} times and was not restarted. Agent files are not checked until you restart it.`;
      crashes = [];
      void offerRestart(message);
      return { action: CloseAction.DoNotRestart, handled: true, message };
    },
  };
}

async function offerRestart(message: string): Promise<void> {
  const actions = { 'Restart Server': 'agentFiles.restartServer', 'Show Output': 'agentFiles.showOutput' };
  const choice = await window.showErrorMessage(message, ...Object.keys(actions));
  const command = Object.entries(actions).find(([title]) => title === choice)?.[1];
  if (command) await commands.executeCommand(command);
}
