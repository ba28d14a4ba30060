import { realpath } from 'node:fs';
import { dirname, sep } from 'node:path';
import { promisify } from 'node:util';

const realpathOf = promisify(realpath.native);

/** The path of what a path leads to; `undefined` when that does not exist. */
export function realPathOf(path: string): Promise<string | undefined> {
  return realpathOf(path).catch(() => undefined);
}

/** Whether a path is another path, or lies below it. */
export function isAtOrBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/**
 * The path of the file that a path leads to; `undefined` when it does not exist, or when a link leads out of `folders`. A
 * file that lies in none of them, such as a configuration above, may not lead out of its own folder.
 */
export async function realPathWithin(path: string, folders: readonly string[]): Promise<string | undefined> {
  const real = await realPathOf(path);
  const around = folders.filter(folder => isAtOrBelow(path, folder));
  if (real === undefined || (real === path && around.length > 0)) return real;
  for (const folder of around.length > 0 ? folders : [dirname(path)]) {
    const realFolder = await realPathOf(folder);
    if (realFolder !== undefined && isAtOrBelow(real, realFolder)) return real;
  }
  return undefined;
}
