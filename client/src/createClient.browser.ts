import { type ExtensionContext, Uri } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';

interface ServerWorker {
  postMessage(message: unknown): void;
  terminate(): void;
}
/** A global of the web worker host; the client is compiled without browser types. */
declare const Worker: new (url: string) => ServerWorker;

/** Creates the client of VS Code for the Web: the server is a worker, a new one at each start. */
export function createClient(context: ExtensionContext, options: LanguageClientOptions) {
  const folder = Uri.joinPath(context.extensionUri, 'dist').toString(true);
  let worker: ServerWorker | undefined;
  context.subscriptions.push({ dispose: () => worker?.terminate() });
  // The host's `Worker` returns objects that fail `instanceof`, so the client cannot create the transports itself.
  const startServer = async () => {
    worker?.terminate();
    worker = new Worker(`${folder}/server.worker.js`);
    worker.postMessage(folder);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  return new LanguageClient('agentFiles', 'Agent Files', startServer, options);
}
