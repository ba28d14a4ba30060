import { findInvisible, type InvisibleRun } from './invisible.ts';
import { findMojibake, type MojibakeRun } from './mojibake.ts';
import type { OffsetRange } from './offsets.ts';

/** Characters in a text that are there by accident or by malice. */
export interface SuspiciousCharacters {
  readonly mojibake: readonly MojibakeRun[];
  readonly invisible: readonly InvisibleRun[];
}

/** Anything but printable ASCII and the usual white space. Most prompts have nothing of the kind. */
const unusual = /[^\t\n\r -~]/;

/** Nothing odd. */
export const noSuspiciousCharacters: SuspiciousCharacters = { mojibake: [], invisible: [] };

/** Finds them; offsets are of `text`. What is invisible because it is garbled counts as garbled alone. */
export function findSuspiciousCharacters(text: string): SuspiciousCharacters {
  if (!unusual.test(text)) return noSuspiciousCharacters;
  const mojibake = findMojibake(text);
  const invisible = findInvisible(text).filter(
    ({ range }) => !mojibake.some(({ range: run }) => run.start <= range.start && range.end <= run.end),
  );
  return { mojibake, invisible };
}

/** The suspicious characters of two neighboring stretches of one text, the second of which begins at `at`. */
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
