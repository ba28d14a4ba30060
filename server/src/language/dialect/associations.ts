import { associationGlob } from './associationGlob.ts';
import type { Dialect } from './dialect.ts';
import { bySpecificity } from './glob.ts';
import { globProblem } from './linearGlob.ts';

/** The dialects that a user assigns to files, regardless of their paths and keys. */
export interface Associations {
  /** The globs over absolute paths, each once. */
  readonly globs: readonly string[];
  /** The dialect that a file is associated with. `path` has `/`. Of several globs the most specific applies. */
  dialectOf(path: string): Dialect | undefined;
}

/** Prepares associations from the user's globs and their dialects. Globs with a problem are left out. */
export function associate(written: Iterable<readonly [glob: string, dialect: Dialect]> = []): Associations {
  const pairs = [...written]
    .filter(([glob]) => !globProblem(glob))
    .map(([glob, dialect]) => [associationGlob(glob), dialect] as const);
  const matchers = bySpecificity(pairs);
  return {
    globs: [...new Set(pairs.map(([glob]) => glob))],
    dialectOf: path => matchers.find(({ matches }) => matches(path))?.meaning,
  };
}
