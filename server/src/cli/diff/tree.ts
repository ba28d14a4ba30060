import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { headLength } from '../../language/collections/fileHead.ts';
import { globMatcher } from '../../language/dialect/glob.ts';
import { type FileSystem, isExcluded, largestFile } from '../../workspace/fileSystem.ts';
import { readRegularFile } from '../../workspace/regularFile.ts';
import { encodedPath, folderPathOf, pathOf } from '../../workspace/uris.ts';
import { git, items } from '../git/git.ts';

/** The regular files of a work tree at one instant, by path from its root, with `/`. Links are not followed. */
export interface Tree {
  readonly paths: readonly string[];
  /** Reads some files ahead, which is quicker than one by one. */
  prefetch(paths: readonly string[]): Promise<void>;
  read(path: string): Promise<string | undefined>;
}

/** The files of a commit. `texts` has those that were read before, by the ids of git, and gets more. */
export async function treeOfCommit(root: string, commit: string, texts: Map<string, string>): Promise<Tree> {
  const listed = await git(root, ['ls-tree', '-r', '-z', '--full-tree', '--long', commit]);
  const ids = new Map<string, string>();
  for (const item of items(listed)) {
    const [, id, size, path] = /^100\d+ blob (\w+) +(\d+)\t(.*)$/s.exec(item) ?? [];
    if (path !== undefined && Number(size) <= largestFile) ids.set(path, id!);
  }
  const prefetch = async (paths: readonly string[]): Promise<void> => {
    const wanted = [...new Set(paths.flatMap(path => ids.get(path) ?? []))].filter(id => !texts.has(id));
    if (wanted.length === 0) return;
    const output = await git(root, ['cat-file', '--batch'], wanted.map(id => `${id}\n`).join(''));
    let at = 0;
    while (at < output.length) {
      const end = output.indexOf(10, at);
      const [id = '', , size] = output.toString('utf8', at, end).split(' ');
      texts.set(id, output.toString('utf8', end + 1, end + 1 + Number(size)));
      at = end + 2 + Number(size);
    }
  };
  return {
    paths: [...ids.keys()],
    prefetch,
    async read(path) {
      await prefetch([path]);
      return texts.get(ids.get(path) ?? '');
    },
  };
}

/** The files on disk that git knows or does not ignore. */
export async function treeOnDisk(root: string): Promise<Tree> {
  const listed = await git(root, ['ls-files', '--cached', '--others', '--exclude-standard', '-z']);
  return {
    paths: [...new Set(items(listed))],
    prefetch: async () => {},
    async read(path) {
      try {
        return readRegularFile(resolve(root, path), root);
      } catch {
        // It was deleted, or is not a regular file.
        return undefined;
      }
    },
  };
}

/** A tree as the file system of a workspace, whose folder is `root`. */
export function fileSystemOf(tree: Tree, root: string): FileSystem {
  const rootUri = pathToFileURL(root).href;
  const rootPath = folderPathOf(rootUri);
  const below = (uri: string): string | undefined => {
    const path = pathOf(uri);
    return path.startsWith(rootPath) ? path.slice(rootPath.length) : undefined;
  };
  const read = async (uri: string): Promise<string | undefined> => {
    const path = below(uri);
    return path === undefined ? undefined : tree.read(path);
  };
  return {
    async find(folder, globs) {
      const start = folderPathOf(folder).slice(rootPath.length);
      const matchers = globs.map(globMatcher);
      const found = tree.paths.filter(path => {
        if (!path.startsWith(start) || isExcluded(`/${path}`)) return false;
        const rest = path.slice(start.length);
        return matchers.some(matches => matches(rest));
      });
      await tree.prefetch(found);
      return found.sort().map(path => ({ uri: `${rootUri}/${encodedPath(path)}` }));
    },
    read,
    readHead: async uri => (await read(uri))?.slice(0, headLength),
  };
}
