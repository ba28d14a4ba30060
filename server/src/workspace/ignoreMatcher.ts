import picomatch from 'picomatch';

/**
 * Says of a path below a folder whether the globs in its configuration mean it: itself, or a folder that it lies in.
 * `vendor`, `vendor/` and `vendor/**` are the same, as in other lists of the kind, and what begins with `!` is taken
 * back from those before it.
 */
export function ignoring(globs: readonly string[]): (path: string) => boolean {
  const patterns = globs.map(glob => {
    const isTakenBack = /^!(?!\()/.test(glob);
    const plain = glob
      .slice(isTakenBack ? 1 : 0)
      .replace(/^\.?\//, '')
      .replace(/\/$/, '');
    return { isTakenBack, matches: picomatch([plain, `${plain}/**`], { dot: true, windows: false }) };
  });
  return path => patterns.findLast(({ matches }) => matches(path))?.isTakenBack === false;
}
