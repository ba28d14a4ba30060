// Node loads `fs/promises` when it is first used, and the command line seldom does.
import { promises as fs } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { glob } from 'tinyglobby';
import { type FileSystem, largestFile } from './fileSystem.ts';

/** The files below a folder that match any of the globs, as absolute paths with `/`, in no order. */
export function pathsBelow(folder: string, globs: readonly string[]): Promise<string[]> {
  return glob([...globs], {
    cwd: folder,
    absolute: true,
    dot: true,
    // What packages bring along is not the author’s; below a folder of agents, though, Claude Code reads it.
    ignore: ['**/.git/objects/**', 'node_modules/**', '**/!(agents)/node_modules/**'],
    onlyFiles: true,
  });
}

/** The disk. Symbolic links are followed, as the tools do; cycles end. */
export const nodeFileSystem: FileSystem = {
  async find(folder, globs) {
    if (!folder.startsWith('file:')) return [];
    const paths = await pathsBelow(fileURLToPath(folder), globs);
    return paths.map(path => pathToFileURL(path).href).sort();
  },

  async read(uri) {
    if (!uri.startsWith('file:')) return undefined;
    try {
      const path = fileURLToPath(uri);
      const { size } = await fs.stat(path);
      return size > largestFile ? undefined : await fs.readFile(path, 'utf8');
    } catch {
      // Gone between finding and reading, or not ours to read: there is no such file for us.
      return undefined;
    }
  },
};
