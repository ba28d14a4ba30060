import picomatch from 'picomatch';
import { lazy } from '../lazy.ts';
import { linearGlobMatcher, longestGlob } from './linearGlob.ts';

/** Tests whether a glob matches a path, absolute or relative, with `/`. Hidden files and folders are included. */
export function globMatcher(glob: string): (path: string) => boolean {
  const matches = lazy(() =>
    isSimple(glob) ? picomatch(glob, { dot: true, windows: false }) : linearGlobMatcher(glob),
  );
  // A path that lacks the longest literal of the glob needs no regular expression.
  const words = glob.replace(/\\.|\{[^}]*\}|\[[^\]]*\]|\([^)]*\)/g, '*').split(/[*?!()|+@]+/);
  const word = words
    .map(part => part.replace(/^\/|\/$/g, ''))
    .reduce((a, b) => (b.length > a.length ? b : a));
  return path => path.includes(word) && matches()(path);
}

/** Whether a regular expression for the glob has so few wildcards that its time does not matter. */
function isSimple(glob: string): boolean {
  return (
    glob.length <= longestGlob &&
    !/[()]/.test(glob) &&
    (glob.match(/\*+/g)?.length ?? 0) <= 3 &&
    !/\*[^/]+\*/.test(glob.replaceAll('**', '*'))
  );
}

/**
 * Returns the globs of all files of the kinds that some globs match: `*.md` in any folder for those of `.claude/agents`.
 * The kind of a file depends on its whole path, and the search may start in a folder deep within it.
 */
export function globsOfKinds(globs: Iterable<string>): string[] {
  const kinds = [...globs].map(glob => {
    const extension = /[^/](\.\w+)$|\*(\.\{[\w,]+\})$/.exec(glob)?.slice(1).find(Boolean);
    if (extension !== undefined) return `**/*${extension}`;
    return isSimple(glob) ? glob : '**/*';
  });
  return [...new Set(kinds)];
}

/**
 * The specificity of a glob: the number of its literal characters. Of several globs that match, the most specific
 * applies.
 */
function specificityOf(glob: string): number {
  return glob.replace(/[*?[\]{}()!|,/]/g, '').length;
}

/** The globs' matchers with their values, the most specific first; equal ones in the given order. */
export function bySpecificity<Meaning>(
  globs: Iterable<readonly [glob: string, meaning: Meaning]>,
): readonly { readonly meaning: Meaning; readonly matches: (path: string) => boolean }[] {
  return [...globs]
    .sort(([a], [b]) => specificityOf(b) - specificityOf(a))
    .map(([glob, meaning]) => ({ meaning, matches: globMatcher(glob) }));
}
