import type { BoundedFileSystem } from './fileSystem.ts';
import { uriOfPath } from './uris.ts';

/**
 * The texts of settings files, in the order of their `names` below the nearest folder around a file that has one of them.
 * `path` is the file's path, `near` its URI; what is not `isWithin` is not read.
 */
export async function settingsAround(
  fileSystem: Pick<BoundedFileSystem, 'read'>,
  path: string,
  near: string,
  names: readonly string[],
  isWithin: (path: string) => boolean,
): Promise<string[]> {
  if (names.length === 0) return [];
  for (let end = path.lastIndexOf('/'); end >= 0; end = end > 0 ? path.lastIndexOf('/', end - 1) : -1) {
    const folder = path.slice(0, end + 1);
    if (!isWithin(folder)) return [];
    const texts: string[] = [];
    for (const name of names) {
      const text = await fileSystem.read(uriOfPath(folder + name, near));
      if (text !== undefined) texts.push(text);
    }
    if (texts.length > 0) return texts;
  }
  return [];
}
