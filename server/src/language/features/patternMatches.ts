import type { OffsetRange } from '../document/offsets.ts';
import type { Snapshot } from '../snapshot.ts';

/** A pattern of a file, with the files of the project that it matches. */
export interface PatternMatches {
  readonly pattern: string;
  readonly range: OffsetRange;
  /** Relative to the project, with `/`, sorted. */
  readonly files: readonly string[];
}

/** The patterns that decide for which files a file is read; `undefined` where it has none, or the files are unknown. */
export function patternMatchesOf({
  load: { scope },
  workspace,
}: Pick<Snapshot, 'load' | 'workspace'>): readonly PatternMatches[] | undefined {
  const listing = scope && workspace.listings?.get(scope.folder);
  if (!listing || !scope.patterns) return undefined;
  return scope.patterns.map(({ text, range, matches }) => ({
    pattern: text,
    range,
    files: listing.matching(text, matches),
  }));
}
