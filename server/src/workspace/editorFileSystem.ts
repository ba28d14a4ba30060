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
  const read = async (uri: string): Promise<string | undefined> => {
    const text = await connection.sendRequest<string | null>(readFileRequest, {
      uri,
    } satisfies ReadFileParams);
    return text ?? undefined;
  };
  return {
    async find(folder, globs) {
      const params = { folder, globs } satisfies FindFilesParams;
      const uris = await connection.sendRequest<string[]>(findFilesRequest, params);
      return uris.map(uri => ({ uri }));
    },
    read,
    readHead: read,
  };
}
