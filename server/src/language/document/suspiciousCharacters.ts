import { findInvisible, type InvisibleRun } from './invisible.ts';
import { findMojibake, type MojibakeRun } from './mojibake.ts';
import type { OffsetRange } from './offsets.ts';

/** The characters in a text that are probably accidental or malicious. */
export interface SuspiciousCharacters {
  readonly mojibake: readonly MojibakeRun[];
  readonly invisible: readonly InvisibleRun[];
}

/** Matches anything but printable ASCII and common white space. Most prompts have nothing else. */
const unusual = /[^\t\n\r -~]/;

/** No suspicious characters. */
export const noSuspiciousCharacters: SuspiciousCharacters = { mojibake: [], invisible: [] };

/** Finds suspicious characters. Invisible characters inside garbled text only count as garbled. */
export function findSuspiciousCharacters(text: string): SuspiciousCharacters {
  if (!unusual.test(text)) return noSuspiciousCharacters;
  const mojibake = findMojibake(text);
  const invisible = findInvisible(text).filter(
    ({ range }) => !mojibake.some(({ range: run }) => run.start <= range.start && range.end <= run.end),
  );
  return { mojibake, invisible };
}

/** Joins the suspicious characters of two adjacent parts of a text, the second of which starts at `at`. */
export function joinSuspiciousCharacters(
  first: SuspiciousCharacters,
  second: SuspiciousCharacters,
  at: number,
): SuspiciousCharacters {
  const move = <Run extends { readonly range: OffsetRange }>(run: Run): Run => ({
    ...run,
    range: { start: run.range.start + at, end: run.range.end + at },
  });
  return {
    mojibake: [...first.mojibake, ...second.mojibake.map(move)],
    invisible: [...first.invisible, ...second.invisible.map(move)],
  };
}
