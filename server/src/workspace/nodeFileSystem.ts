// Importing `node:fs/promises` costs start time, and the command line rarely needs it.
import { promises as fs, stat } from 'node:fs';
import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { glob } from 'tinyglobby';
import { excluded, type FileSystem, largestFile } from './fileSystem.ts';
import { encodedPath } from './uris.ts';

const statOf = promisify(stat);

/** The disk. Symbolic links are followed, as the tools do; cycles are detected. */
export const nodeFileSystem: FileSystem = {
  async find(folder, globs) {
    if (!folder.startsWith('file:')) return [];
    const cwd = fileURLToPath(folder);
    // Most created paths are irrelevant files, and a search costs much more than this check.
    const isFolder = await statOf(cwd).then(
      found => found.isDirectory(),
      () => false,
    );
    if (!isFolder) return [];
    const paths = await glob([...globs], {
      cwd,
      dot: true,
      ignore: [...excluded],
      onlyFiles: true,
    });
    const above = folder.endsWith('/') ? folder : `${folder}/`;
    return paths.map(path => above + encodedPath(path)).sort();
  },

  async read(uri) {
    if (!uri.startsWith('file:')) return undefined;
    try {
      const path = filePathOf(uri);
      const { size } = await fs.stat(path);
      return size > largestFile ? undefined : await fs.readFile(path, 'utf8');
    } catch {
      // Deleted since the search, or not readable.
      return undefined;
    }
  },
};

/** The path of a file on disk, as the system writes it. */
export function filePathOf(uri: string): string {
  // Fast path: usually nothing is escaped.
  return /^file:\/\/\/[\w\-.~/]*$/.test(uri) && sep === '/'
    ? uri.slice('file://'.length)
    : fileURLToPath(uri);
}
