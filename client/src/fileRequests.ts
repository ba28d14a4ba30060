import { Disposable, RelativePattern, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type FindFilesParams,
  findFilesRequest,
  type ReadFileParams,
  readFileRequest,
} from '../../server/src/lsp/protocol.ts';
import { isExcluded, largestFile } from '../../server/src/workspace/fileSystem.ts';

/**
 * Handles the server's requests for files that it cannot read itself: all files in a browser, and those of virtual
 * workspaces elsewhere.
 */
export function serveFiles(client: BaseLanguageClient): Disposable {
  return Disposable.from(
    client.onRequest(findFilesRequest, async ({ folder, globs }: FindFilesParams): Promise<string[]> => {
      const base = Uri.parse(folder);
      const found = await Promise.all(
        // With null, files.exclude does not apply: a file hidden from the Explorer is still an agent.
        globs.map(glob => workspace.findFiles(new RelativePattern(base, glob), null)),
      );
      const authored = found
        .flat()
        .filter(({ path }) => !isExcluded(path.slice(base.path.replace(/\/$/, '').length)));
      return [...new Set(authored.map(uri => uri.toString()))];
    }),
    client.onRequest(readFileRequest, async ({ uri }: ReadFileParams): Promise<string | null> => {
      try {
        const file = Uri.parse(uri);
        if ((await workspace.fs.stat(file)).size > largestFile) return null;
        // The byte order mark is kept, because some tools fail on it.
        return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await workspace.fs.readFile(file));
      } catch {
        return null;
      }
    }),
  );
}
