// Importing `node:fs/promises` costs start time, and the command line rarely needs it.
import { promises as fs, readFileSync, realpathSync, type Stats, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { largestFile } from './fileSystem.ts';
import { isAtOrBelow, realPathWithin } from './links.ts';

/** Why a file is not read, to follow "cannot be read: ". */
export class UnreadableFile extends Error {}

/** With fewer options, Node copies its defaults for each file. */
const utf8 = { encoding: 'utf8', flag: 'r' } as const;

/** Reads a regular file that a link may lead to, within `folders` (paths). Rejects with the reason when it does not. */
export async function readWithin(path: string, folders: readonly string[]): Promise<string> {
  // Says that there is no such file before it says where it leads.
  mustBeReadable(await fs.stat(path));
  const real = await realPathWithin(path, folders);
  if (real === undefined) throw leadsOut();
  return fs.readFile(real, 'utf8');
}

/** Reads a regular file. `folder`, if given, is a path that a link may not lead out of. Throws the reason. */
export function readRegularFile(path: string, folder?: string): string {
  mustBeReadable(statSync(path));
  if (folder !== undefined) {
    const real = realpathSync.native(path);
    const isWithin = [folder, dirname(path)].some(above => isAtOrBelow(real, realpathSync.native(above)));
    if (!isWithin) throw leadsOut();
  }
  return readFileSync(path, utf8);
}

/** Reading a pipe or a device would not end. The size is checked before anything is read. */
function mustBeReadable(found: Stats): void {
  if (!found.isFile()) throw new UnreadableFile('it is not a regular file');
  if (found.size > largestFile) throw new UnreadableFile(`it is larger than ${largestFile} bytes`);
}

function leadsOut(): UnreadableFile {
  return new UnreadableFile('it is a link that leads out of the workspace');
}
