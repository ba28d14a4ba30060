import type { ExtensionContext } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateClient } from './activateClient.ts';

let client: BaseLanguageClient | undefined;

/** The entry point in desktop VS Code and on remote machines: the server is a child process, connected over IPC. */
export async function activate(context: ExtensionContext): Promise<void> {
  const server = { module: context.asAbsolutePath('dist/server.cjs'), transport: TransportKind.ipc };
  client = await activateClient(
    context,
    options => new LanguageClient('agentFiles', 'Agent Files', server, options),
  );
}

/** Stops the server. */
export async function deactivate(): Promise<void> {
  if (client?.needsStop()) await client.stop();
}
