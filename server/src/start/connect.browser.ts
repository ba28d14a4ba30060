/// <reference lib="webworker" />
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { editorFileSystem } from '../workspace/editorFileSystem.ts';

/** Connects a browser worker with the client that created it. */
export function connect() {
  const worker = self as DedicatedWorkerGlobalScope;
  const connection = createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker));
  return { connection, fileSystem: editorFileSystem(connection) };
}
