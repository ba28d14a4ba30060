import type { Connection } from 'vscode-languageserver';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { editorFileSystem } from '../workspace/editorFileSystem.ts';
import type { FileSystem } from '../workspace/fileSystem.ts';
import { nodeFileSystem } from '../workspace/nodeFileSystem.ts';

/** Connects a Node process. The library reads the transport (--stdio, --node-ipc, --socket) from the command line. */
export function connect() {
  const connection = createConnection(ProposedFeatures.all);
  return { connection, fileSystem: diskAndEditor(connection) };
}

/** The disk for `file:` URIs; other schemes, such as those of virtual workspaces, are only known to the client. */
export function diskAndEditor(connection: Connection): FileSystem {
  const editor = editorFileSystem(connection);
  const of = (uri: string): FileSystem => (uri.startsWith('file:') ? nodeFileSystem : editor);
  return {
    find: (folder, ...how) => of(folder).find(folder, ...how),
    read: (uri, within) => of(uri).read(uri, within),
    readHead: uri => of(uri).readHead(uri),
  };
}
