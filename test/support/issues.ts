import assert from 'node:assert/strict';
import type { Loader, LoadResult } from '../../server/src/language/loading/loader.ts';
import { load } from './conformance.ts';

/** Lines under a text that say what a loader notes about it: `   ^^^^ code effect`. */
const annotation = /^[ ]*\^+ [\w.]+ \w+\n/gm;

/**
 * Checks a loader's issues with the annotations in `fixture`, a file with such lines under those that they are about.
 * The first line break of `fixture` is left out, so that the text can begin on a line of its own.
 */
export function checkIssues(loader: Loader, path: string, fixture: string): LoadResult {
  const annotated = fixture.replace(/^\n/, '');
  const text = annotated.replace(annotation, '');
  const result = load(loader, text, path);
  assert.equal(annotate(text, result), annotated);
  return result;
}

function annotate(text: string, { issues }: LoadResult): string {
  const lines = text.split('\n');
  const below = new Map<number, string[]>();
  for (const { range, code, effect } of issues) {
    const line = text.slice(0, range.start).split('\n').length - 1;
    const column = range.start - (text.lastIndexOf('\n', range.start - 1) + 1);
    const length = Math.max(1, Math.min(range.end - range.start, lines[line]!.length - column));
    below.set(line, [
      ...(below.get(line) ?? []),
      `${' '.repeat(column)}${'^'.repeat(length)} ${code} ${effect}`,
    ]);
  }
  return lines.flatMap((line, index) => [line, ...(below.get(index) ?? [])]).join('\n');
}
