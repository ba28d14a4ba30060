import { type ExtensionContext, Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { activateClient } from './activateClient.ts';

interface ServerWorker {
  terminate(): void;
}
/** The web worker host's own global; the client is otherwise compiled without a browser's types. */
declare const Worker: new (url: string) => ServerWorker;

let client: BaseLanguageClient | undefined;
let worker: ServerWorker | undefined;

/** The entry in VS Code for the Web: the server is a worker, a new one at each start. */
export async function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'server.browser.js').toString(true);
  // The host's Worker makes objects that are no instances of it, so the client cannot make the transports itself.
  const startServer = async () => {
    worker?.terminate();
    worker = new Worker(script);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  client = await activateClient(
    context,
    options => new LanguageClient('agentFiles', 'Agent Files', startServer, options),
  );
}

/** Ends the server, and the worker with it. */
export async function deactivate(): Promise<void> {
  if (client?.needsStop()) await client.stop();
  worker?.terminate();
}
