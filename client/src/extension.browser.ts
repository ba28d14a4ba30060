import { type ExtensionContext, Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activateClient } from './activateClient.ts';

/** The web worker host's own global; the client is otherwise compiled without a browser's types. */
declare const Worker: new (url: string) => object;

let client: BaseLanguageClient | undefined;

/** The entry in VS Code for the Web: the server is a worker, started together with the client. */
export async function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'server.browser.js');
  const server = async () => new Worker(script.toString(true));
  client = await activateClient(
    context,
    options => new LanguageClient('agentFiles', 'Agent Files', server, options),
  );
}

export async function deactivate(): Promise<void> {
  if (client?.needsStop()) await client.stop();
}
