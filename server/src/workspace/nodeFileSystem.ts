import { closeSync, lstatSync, openSync, readSync, stat } from 'node:fs';
import { relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { headLength } from '../language/collections/fileHead.ts';
import type { FileSystem } from './fileSystem.ts';
import { findOnDisk } from './findOnDisk.ts';
import { isAtOrBelow } from './links.ts';
import { readWithin } from './regularFile.ts';
import { encodedPath } from './uris.ts';

const statOf = promisify(stat);

/** The disk. Symbolic links are followed, as the tools do, as far as they stay within the given folders. */
export const nodeFileSystem: FileSystem = {
  async find(folder, globs, within) {
    if (!folder.startsWith('file:')) return [];
    const cwd = fileURLToPath(folder);
    // Most created paths are irrelevant files, and a search costs much more than this check.
    const isFolder = await statOf(cwd).then(
      found => found.isDirectory(),
      () => false,
    );
    if (!isFolder) return [];
    const above = folder.endsWith('/') ? folder : `${folder}/`;
    const uriOf = (path: string): string =>
      isAtOrBelow(path, cwd)
        ? above + encodedPath(relative(cwd, path).split(sep).join('/'))
        : pathToFileURL(path).href;
    const found = await findOnDisk(cwd, globs, within.flatMap(folderPath));
    return found
      .map(({ path, real }) => ({ uri: uriOf(path), ...(real !== undefined && { real: uriOf(real) }) }))
      .sort((a, b) => (a.uri < b.uri ? -1 : 1));
  },

  async read(uri, within) {
    if (!uri.startsWith('file:')) return undefined;
    try {
      return await readWithin(filePathOf(uri), within.flatMap(folderPath));
    } catch (error) {
      // It may have been deleted since the search.
      const { code, message } = error as NodeJS.ErrnoException;
      return code === 'ENOENT' || code === 'ENOTDIR' ? undefined : { unreadable: message };
    }
  },

  exists: async uri =>
    uri.startsWith('file:') &&
    statOf(filePathOf(uri)).then(
      () => true,
      () => false,
    ),

  async readHead(uri) {
    let file: number | undefined;
    try {
      const path = filePathOf(uri);
      // Reading a pipe or a device would not end.
      if (!lstatSync(path).isFile()) return undefined;
      file = openSync(path, 'r');
      // Waiting for so short a read takes longer than the read.
      const length = readSync(file, head, 0, head.length, 0);
      return head.toString('utf8', 0, length);
    } catch {
      return undefined;
    } finally {
      if (file !== undefined) closeSync(file);
    }
  },
};

/** The path of a folder on disk; nothing for others. */
function folderPath(uri: string): string[] {
  return uri.startsWith('file:') ? [filePathOf(uri)] : [];
}

/** For the beginning of one file after the other. */
const head = Buffer.allocUnsafe(headLength);

/** The path of a file on disk, as the system writes it. */
export function filePathOf(uri: string): string {
  // Fast path: usually nothing is escaped.
  return /^file:\/\/\/[\w\-.~/]*$/.test(uri) && sep === '/'
    ? uri.slice('file://'.length)
    : fileURLToPath(uri);
}
