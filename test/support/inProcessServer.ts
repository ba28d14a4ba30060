import { PassThrough } from 'node:stream';
import type { TestContext } from 'node:test';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import type { ClientCapabilities, Diagnostic } from 'vscode-languageserver-protocol';
import { startServer } from '../../server/src/lsp/server.ts';
import type { FileSystem } from '../../server/src/workspace/fileSystem.ts';

/** A server in this process, for tests that replace a part of it, and its client. */
export interface InProcessServer {
  readonly client: MessageConnection;
  readonly log: readonly string[];
  /** Resolves with the diagnostics of a document as soon as they are accepted. */
  diagnostics(uri: string, accepts: (codes: readonly unknown[]) => boolean): Promise<readonly Diagnostic[]>;
  /** Opens a document. */
  open(uri: unknown, text: string): Promise<void>;
}

/** No files beside the open documents. */
export const noFiles: FileSystem = {
  find: async () => [],
  read: async () => undefined,
  readHead: async () => undefined,
};

/** Starts a server in this process for the duration of a test. */
export async function startInProcess(
  t: TestContext,
  fileSystem: FileSystem = noFiles,
  capabilities: ClientCapabilities = {},
  prepare: (client: MessageConnection) => void = () => {},
  folder = 'file:///project',
): Promise<InProcessServer> {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const server = createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(toServer),
    new StreamMessageWriter(toClient),
  );
  startServer(server, fileSystem);
  const client = createMessageConnection(
    new StreamMessageReader(toClient),
    new StreamMessageWriter(toServer),
  );
  const log: string[] = [];
  const published = new Map<string, readonly Diagnostic[]>();
  const waiting = new Set<() => void>();
  client.onNotification('window/logMessage', ({ message }: { message: string }) => void log.push(message));
  client.onNotification(
    'textDocument/publishDiagnostics',
    ({ uri, diagnostics }: { uri: string; diagnostics: readonly Diagnostic[] }) => {
      published.set(uri, diagnostics);
      for (const check of [...waiting]) check();
    },
  );
  client.onRequest('workspace/configuration', () => [null]);
  prepare(client);
  client.listen();
  // The server is left alone: what it still has to do would fail without its connection.
  t.after(() => client.dispose());
  await client.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    workspaceFolders: [{ uri: folder, name: 'project' }],
    capabilities,
  });
  await client.sendNotification('initialized', {});
  return {
    client,
    log,
    open: (uri, text) =>
      client.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'markdown', version: 1, text },
      }),
    diagnostics: (uri, accepts) =>
      new Promise((resolve, reject) => {
        const codes = () => published.get(uri)?.map(({ code }) => code);
        const timer = setTimeout(() => reject(new Error(`the diagnostics of ${uri} are ${codes()}`)), 10_000);
        const check = (): void => {
          const found = codes();
          if (!found || !accepts(found)) return;
          clearTimeout(timer);
          waiting.delete(check);
          resolve(published.get(uri)!);
        };
        waiting.add(check);
        check();
      }),
  };
}
