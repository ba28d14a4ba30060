import { globMatcher } from '../language/dialect/glob.ts';

/**
 * Returns a function that tells whether the globs of a configuration match a path below its folder, or a folder above
 * that path. `vendor`, `vendor/` and `vendor/**` mean the same, as in other ignore files. A leading `!` negates: the last
 * matching glob decides.
 */
export function ignoreMatcher(globs: readonly string[]): (path: string) => boolean {
  const patterns = globs.map(glob => {
    const isNegated = /^!(?!\()/.test(glob);
    const plain = glob
      .slice(isNegated ? 1 : 0)
      .replace(/^\.?\//, '')
      .replace(/\/$/, '');
    const [itself, below] = [globMatcher(plain), globMatcher(`${plain}/**`)];
    return { isNegated, matches: (path: string) => itself(path) || below(path) };
  });
  return path => patterns.findLast(({ matches }) => matches(path))?.isNegated === false;
}
