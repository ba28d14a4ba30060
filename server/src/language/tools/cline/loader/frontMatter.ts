import type { OffsetRange } from '../../../document/offsets.ts';
import { readStrictly } from '../../../document/strictYaml.ts';
import { isMapping } from '../../../loading/shape.ts';
import { clineMismatches } from './fields.ts';

/** One way to split a file: the front matter ends at one of the lines `---`. */
export interface Cut {
  readonly yaml: OffsetRange;
  readonly close: OffsetRange;
  readonly body: OffsetRange;
}

/** The splits that Cline tries, in text order; `undefined` when the file does not start with `---`. */
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
 * The split that Cline uses. It tries them all and uses the *last* one up to which the text is valid YAML and an
 * agent. A `---` after anything but comments starts a second document, which is an error, so only the first split
 * with content can succeed.
 */
export function clineCut(text: string, cuts: readonly Cut[]): Cut | undefined {
  const from = cuts[0]?.yaml.start ?? 0;
  const blank = /^(?:[ \t]*(?:#[^\n]*|\r)?\n|---[ \t]*\r?\n|\.\.\.[ \t]*\r?\n)*/.exec(text.slice(from))![0];
  const cut = cuts.find(({ yaml }) => yaml.end > from + blank.length);
  if (!cut) return undefined;
  const reading = readStrictly(text.slice(cut.yaml.start, cut.yaml.end));
  const isAgent =
    'value' in reading && isMapping(reading.value) && clineMismatches(reading.value).length === 0;
  return isAgent ? cut : undefined;
}
