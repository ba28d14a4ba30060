import { type ExtensionContext, Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { activateClient } from './activateClient.ts';

interface ServerWorker {
  terminate(): void;
}
/** A global of the web worker host; the client is compiled without browser types. */
declare const Worker: new (url: string) => ServerWorker;

let client: BaseLanguageClient | undefined;
let worker: ServerWorker | undefined;

/** The entry point in VS Code for the Web: the server is a worker, a new one at each start. */
export async function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'server.browser.js').toString(true);
  // The host's `Worker` returns objects that fail `instanceof`, so the client cannot create the transports itself.
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

/** Stops the server and terminates the worker. */
export async function deactivate(): Promise<void> {
  if (client?.needsStop()) await client.stop();
  worker?.terminate();
}
