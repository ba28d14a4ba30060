import type { Snapshot } from '../../snapshot.ts';

/** How many files are named as examples. */
const mostNamed = 3;

/** How many files of the project the pattern at an offset matches; empty where there is none, or the files are unknown. */
export function matchesMarkdown({ load: { scope }, workspace }: Snapshot, offset: number): string {
  const pattern = scope?.patterns?.find(({ range }) => range.start <= offset && offset <= range.end);
  const listing = scope && workspace.listings?.get(scope.folder);
  if (!pattern || !listing) return '';
  const files = listing.matching(pattern.text, pattern.matches);
  const count = files.length.toLocaleString('en-US');
  const named = files.slice(0, mostNamed).map(file => `\`${file.replaceAll('`', '')}\``);
  if (files.length === 0) return 'Matches no file of this project.';
  return `Matches ${count} ${files.length === 1 ? 'file' : 'files'} of this project: ${named.join(', ')}${files.length > mostNamed ? ' …' : ''}`;
}
