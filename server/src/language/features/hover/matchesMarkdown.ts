import type { Snapshot } from '../../snapshot.ts';
import { patternMatchesOf } from '../patternMatches.ts';

/** How many files are named as examples. */
const mostNamed = 3;

/** How many files of the project the pattern at an offset matches; empty where there is none, or the files are unknown. */
export function matchesMarkdown(snapshot: Snapshot, offset: number): string {
  const files = patternMatchesOf(snapshot)?.find(
    ({ range }) => range.start <= offset && offset <= range.end,
  )?.files;
  if (!files) return '';
  if (files.length === 0) return 'Matches no file of this project.';
  const count = files.length.toLocaleString('en-US');
  const named = files.slice(0, mostNamed).map(file => `\`${file.replaceAll('`', '')}\``);
  return `Matches ${count} ${files.length === 1 ? 'file' : 'files'} of this project: ${named.join(', ')}${files.length > mostNamed ? ' …' : ''}`;
}
