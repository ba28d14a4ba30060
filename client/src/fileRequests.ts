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
 * Answers the server's requests for files that it cannot read itself: all of them in a browser, and those of virtual
 * workspaces elsewhere.
 */
export function serveFiles(client: BaseLanguageClient): Disposable {
  return Disposable.from(
    client.onRequest(findFilesRequest, async ({ folder, globs }: FindFilesParams): Promise<string[]> => {
      const base = Uri.parse(folder);
      const found = await Promise.all(
        // A null keeps the user's files.exclude out of it; what is hidden from the explorer still is an agent.
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
        // Tools differ by a byte order mark: it stays.
        return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await workspace.fs.readFile(file));
      } catch {
        return null;
      }
    }),
  );
}
