import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from '../lsp/server.ts';
import { editorFileSystem } from '../workspace/editorFileSystem.ts';
import type { FileSystem } from '../workspace/fileSystem.ts';
import { nodeFileSystem } from '../workspace/nodeFileSystem.ts';

// The transport (--stdio, --node-ipc, --socket) is read from the command line by the library.
const connection = createConnection(ProposedFeatures.all);
const editor = editorFileSystem(connection);

/** The disk for `file:` URIs; other schemes, such as those of virtual workspaces, are only known to the client. */
const fileSystem: FileSystem = {
  find: (folder, globs) => (folder.startsWith('file:') ? nodeFileSystem : editor).find(folder, globs),
  read: uri => (uri.startsWith('file:') ? nodeFileSystem : editor).read(uri),
};

startServer(connection, fileSystem);
