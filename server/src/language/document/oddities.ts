import { findInvisible, type InvisibleRun } from './invisible.ts';
import { findMojibake, type MojibakeRun } from './mojibake.ts';
import type { OffsetRange } from './offsets.ts';

/** Characters in a text that are there by accident or by malice. */
export interface Oddities {
  readonly mojibake: readonly MojibakeRun[];
  readonly invisible: readonly InvisibleRun[];
}

/** Anything but printable ASCII and the usual white space. Most prompts have nothing of the kind. */
const unusual = /[^\t\n\r -~]/;

/** Nothing odd. */
export const noOddities: Oddities = { mojibake: [], invisible: [] };

/** Finds them; offsets are of `text`. */
export function findOddities(text: string): Oddities {
  return unusual.test(text) ? { mojibake: findMojibake(text), invisible: findInvisible(text) } : noOddities;
}

/** The oddities of two neighbouring stretches of one text, the second of which begins at `at`. */
export function joinOddities(first: Oddities, second: Oddities, at: number): Oddities {
  const move = <Run extends { readonly range: OffsetRange }>(run: Run): Run => ({
    ...run,
    range: { start: run.range.start + at, end: run.range.end + at },
  });
  return {
    mojibake: [...first.mojibake, ...second.mojibake.map(move)],
    invisible: [...first.invisible, ...second.invisible.map(move)],
  };
}
