import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Replaces the text of a file, whole or not at all, and keeps its permissions and, where they did not change, its bytes.
 * Of a link, the file is replaced that it leads to. Throws the reason when that is not possible, for example because the
 * file has another text than `before` by now.
 */
export function writeText(path: string, before: string, after: string): void {
  const target = realpathSync(path);
  const original = readFileSync(target);
  if (original.toString('utf8') !== before) throw new Error('it has changed meanwhile');
  accessSync(target, constants.W_OK);
  writeAtomically(target, encoded(original, before, after));
}

/** Writes a new file beside the old one, and renames it. */
export function writeAtomically(path: string, bytes: Uint8Array | string): void {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  const mode = modeOf(path);
  try {
    const file = openSync(temporary, 'wx', mode ?? 0o666);
    try {
      const data = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
      for (let written = 0; written < data.length; ) written += writeSync(file, data, written);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    // The mode of a new file is limited by the umask.
    if (mode !== undefined) chmodSync(temporary, mode);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function modeOf(path: string): number | undefined {
  try {
    return statSync(path).mode & 0o7777;
  } catch {
    return undefined;
  }
}

/**
 * The bytes of the text after a change. In a file with bytes that are not UTF-8, lines that did not change keep theirs;
 * throws when one that has such bytes did change.
 */
export function encoded(original: Buffer, before: string, after: string): Buffer {
  if (Buffer.from(before).equals(original)) return Buffer.from(after);
  const oldLines = before.split(/(?<=\n)/);
  const newLines = after.split(/(?<=\n)/);
  const bytes = linesOf(original);
  let start = 0;
  const most = Math.min(oldLines.length, newLines.length);
  while (start < most && oldLines[start] === newLines[start]) start++;
  let tail = 0;
  while (tail < most - start && oldLines.at(-1 - tail) === newLines.at(-1 - tail)) tail++;
  const changed = newLines.slice(start, newLines.length - tail).join('');
  const replaced = Buffer.concat(bytes.slice(start, bytes.length - tail));
  if (bytes.length !== oldLines.length || !Buffer.from(replaced.toString('utf8')).equals(replaced))
    throw new Error('the lines to fix have bytes that are not UTF-8');
  return Buffer.concat([...bytes.slice(0, start), Buffer.from(changed), ...bytes.slice(bytes.length - tail)]);
}

function linesOf(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  let from = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, from)) {
    lines.push(bytes.subarray(from, at + 1));
    from = at + 1;
  }
  if (from < bytes.length) lines.push(bytes.subarray(from));
  return lines;
}
