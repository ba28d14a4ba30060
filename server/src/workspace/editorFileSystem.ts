import type { Connection } from 'vscode-languageserver';
import {
  type FindFilesParams,
  findFilesRequest,
  type ReadFileParams,
  readFileRequest,
} from '../lsp/protocol.ts';
import type { FileSystem } from './fileSystem.ts';

/** Reads files through the client, where the server has no disk: in a browser, and in virtual workspaces. */
export function editorFileSystem(connection: Connection): FileSystem {
  return {
    find: (folder, globs) =>
      connection.sendRequest<string[]>(findFilesRequest, { folder, globs } satisfies FindFilesParams),
    async read(uri) {
      const text = await connection.sendRequest<string | null>(readFileRequest, {
        uri,
      } satisfies ReadFileParams);
      return text ?? undefined;
    },
  };
}
