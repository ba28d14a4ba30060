import { associationGlob } from './associationGlob.ts';
import type { Dialect } from './dialect.ts';
import { bySpecificity } from './glob.ts';

/** What a user says that certain files are, whatever their paths and keys say. */
export interface Associations {
  /** The globs over absolute paths, each once. */
  readonly globs: readonly string[];
  /** The dialect that a file is associated with. `path` has `/`. Of several globs the most specific counts. */
  dialectOf(path: string): Dialect | undefined;
}

/** Prepares associations, given as globs, in the user's words, with the dialects. */
export function associate(written: Iterable<readonly [glob: string, dialect: Dialect]> = []): Associations {
  const pairs = [...written].map(([glob, dialect]) => [associationGlob(glob), dialect] as const);
  const matchers = bySpecificity(pairs);
  return {
    globs: [...new Set(pairs.map(([glob]) => glob))],
    dialectOf: path => matchers.find(({ matches }) => matches(path))?.meaning,
  };
}
