import { Disposable, RelativePattern, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { largestFile } from '../../server/src/fileSystem.ts';
import {
  type FindFilesParams,
  findFilesRequest,
  type ReadFileParams,
  readFileRequest,
} from '../../server/src/protocol.ts';

/** What packages bring along is not the author’s; below a folder of agents, though, Claude Code reads it. */
const broughtAlong = /(?<!\/agents)\/node_modules\//;

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
      const authored = found.flat().filter(({ path }) => !broughtAlong.test(path.slice(base.path.length)));
      return [...new Set(authored.map(uri => uri.toString()))];
    }),
    client.onRequest(readFileRequest, async ({ uri }: ReadFileParams): Promise<string | null> => {
      try {
        const file = Uri.parse(uri);
        if ((await workspace.fs.stat(file)).size > largestFile) return null;
        return new TextDecoder().decode(await workspace.fs.readFile(file));
      } catch {
        return null;
      }
    }),
  );
}
