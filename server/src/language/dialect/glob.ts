import picomatch from 'picomatch';
import { lazy } from '../lazy.ts';

/** Says of a path, absolute or relative, with `/`, whether a glob matches it. Hidden files and folders count. */
export function globMatcher(glob: string): (path: string) => boolean {
  const matches = lazy(() => picomatch(glob, { dot: true, windows: false }));
  // A path has to contain the longest of the glob's words before it is worth a regular expression.
  const words = glob.replace(/\\.|\{[^}]*\}|\[[^\]]*\]/g, '*').split(/[*?!()|+@]+/);
  const word = words
    .map(part => part.replace(/^\/|\/$/g, ''))
    .reduce((a, b) => (b.length > a.length ? b : a));
  return path => path.includes(word) && matches()(path);
}

/**
 * The globs of all files that are of the kinds that some globs mean: `*.md` in any folder for those of
 * `.claude/agents`. What a file is depends on the whole of its path, and what is searched may be a folder deep in it.
 */
export function globsOfKinds(globs: Iterable<string>): string[] {
  const kinds = [...globs].map(glob => {
    const extension = /[^/](\.\w+)$/.exec(glob)?.[1];
    return extension === undefined ? glob : `**/*${extension}`;
  });
  return [...new Set(kinds)];
}

/**
 * How much of a path a glob says: its letters of its own. Of several globs that match, the one that says most is
 * meant.
 */
function specificityOf(glob: string): number {
  return glob.replace(/[*?[\]{}()!|,/]/g, '').length;
}

/** The globs' matchers, each with what it stands for, the most specific first; of equals, the first one given. */
export function bySpecificity<Meaning>(
  globs: Iterable<readonly [glob: string, meaning: Meaning]>,
): readonly { readonly meaning: Meaning; readonly matches: (path: string) => boolean }[] {
  return [...globs]
    .sort(([a], [b]) => specificityOf(b) - specificityOf(a))
    .map(([glob, meaning]) => ({ meaning, matches: globMatcher(glob) }));
}
