import { commands, window } from 'vscode';
import { CloseAction, type CloseHandlerResult, ErrorAction, type ErrorHandler } from 'vscode-languageclient';

/** A server that ends this often within this time is not started again by itself. */
const crashLimit = 4;
const crashWindowMs = 3 * 60_000;

/**
 * Decides what happens when the server's process ends although nobody asked it to. It is started again at once and
 * the user is not bothered, unless it keeps crashing: then a message says so and offers to restart it.
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
          message: 'The language server ended unexpectedly. It is started again.',
        };
      }
      const message = `The Agent Files language server crashed ${crashes.length} times and is not started again by itself. Until it is restarted, agent files are not checked.`;
      crashes = [];
      void candidateRestart(message);
      return { action: CloseAction.DoNotRestart, handled: true, message };
    },
  };
}

async function candidateRestart(message: string): Promise<void> {
  const actions = { 'Restart Server': 'agentFiles.restartServer', 'Show Output': 'agentFiles.showOutput' };
  const choice = await window.showErrorMessage(message, ...Object.keys(actions));
  const command = Object.entries(actions).find(([title]) => title === choice)?.[1];
  if (command) await commands.executeCommand(command);
}
