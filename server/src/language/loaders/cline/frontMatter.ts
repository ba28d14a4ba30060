import type { OffsetRange } from '../../document/offsets.ts';
import { readStrictly } from '../../document/yamlTree.ts';
import { isPlainMap } from '../shape.ts';
import { clineIssues } from './fields.ts';

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
  for (const fence of text.slice(from).matchAll(/^---[^\S\r\n]*(?:\r?\n|$)/gm)) {
    const at = from + fence.index;
    cuts.push({
      yaml: { start: from, end: at },
      close: { start: at, end: at + 3 },
      body: { start: at + fence[0].length, end: text.length },
    });
  }
  return cuts;
}

/**
 * The cut that Cline settles for: the *last* one up to which the text is valid YAML and an agent. A second document in
 * a YAML stream is an error, so that is nearly always the first line `---`.
 */
export function clineCut(text: string, cuts: readonly Cut[]): Cut | undefined {
  // Each try parses anew from the top; a file with more fences than this is no agent.
  return cuts.slice(0, 200).findLast(({ yaml }) => {
    const reading = readStrictly(text.slice(yaml.start, yaml.end));
    return 'value' in reading && isPlainMap(reading.value) && clineIssues(reading.value).length === 0;
  });
}
