import { createTwoFilesPatch } from 'diff';
import { printable } from '../printable.ts';
import type { FixedFile } from './fixFiles.ts';

/** What the fixes change in a file as a unified diff, which `git apply` and `patch -p1` accept. */
export function unifiedDiff({ file: { path }, before, after }: FixedFile): string {
  const [from, to] = [`a/${path}`, `b/${path}`];
  const [, , , ...hunks] = createTwoFilesPatch('a', 'b', before, after, undefined, undefined, {
    context: 3,
  }).split('\n');
  // git reads a name with spaces from the first line, patch up to a tab.
  const end = /\s/.test(path) ? '\t' : '';
  return [`diff --git ${from} ${to}`, `--- ${from}${end}`, `+++ ${to}${end}`, ...hunks].join('\n');
}

/** The same for a terminal or a build log: see `printable`. Hostile lines no longer apply. */
export function printableDiff(diff: string): string {
  const lines = diff.split('\n').map(line => {
    const isReturned = line.endsWith('\r');
    const text = isReturned ? line.slice(0, -1) : line;
    // Tabs stay, and a line of context is not a command to the build system.
    const shown = text
      .split('\t')
      .map(printable)
      .join('\t')
      .replace(/^(\s*):(?=:)/, '$1\\u003a');
    return isReturned ? `${shown}\r` : shown;
  });
  return lines.join('\n');
}
