import type { OffsetRange } from '../../../document/offsets.ts';
import { readStrictly } from '../../../document/strictYaml.ts';
import { isPlainMap } from '../../../loading/shape.ts';
import { clineMismatches } from './fields.ts';

/** One way to cut a file: everything from the opening fence to one of the lines `---`. */
export interface Cut {
  readonly yaml: OffsetRange;
  readonly close: OffsetRange;
  readonly body: OffsetRange;
}

/** The cuts that Cline tries, in the order of the text; `undefined` when the file does not begin with a fence. */
export function cutsOf(text: string): readonly Cut[] | undefined {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const open = /^---[^\S\r\n]*(?:\r?\n|$)/.exec(text.slice(start));
  if (!open) return undefined;
  const from = start + open[0].length;
  const cuts: Cut[] = [];
  for (const delimiter of text.slice(from).matchAll(/^---[^\S\r\n]*(?:\r?\n|$)/gm)) {
    const at = from + delimiter.index;
    cuts.push({
      yaml: { start: from, end: at },
      close: { start: at, end: at + 3 },
      body: { start: at + delimiter[0].length, end: text.length },
    });
  }
  return cuts;
}

/**
 * The cut that Cline settles for. It tries them all and takes the *last* one up to which the text is valid YAML and
 * an agent. A fence with anything but comments above it begins a second document, which is an error, so only the
 * first cut that holds something can be the one.
 */
export function clineCut(text: string, cuts: readonly Cut[]): Cut | undefined {
  const from = cuts[0]?.yaml.start ?? 0;
  const blank = /^(?:[ \t]*(?:#[^\n]*|\r)?\n|---[ \t]*\r?\n|\.\.\.[ \t]*\r?\n)*/.exec(text.slice(from))![0];
  const cut = cuts.find(({ yaml }) => yaml.end > from + blank.length);
  if (!cut) return undefined;
  const reading = readStrictly(text.slice(cut.yaml.start, cut.yaml.end));
  const isAgent =
    'value' in reading && isPlainMap(reading.value) && clineMismatches(reading.value).length === 0;
  return isAgent ? cut : undefined;
}
