import ignore from 'ignore';
import type { FileScope } from '../../../loading/loader.ts';

/** The most patterns that braces expand to. */
const mostPatterns = 1000;

/**
 * Returns to which files of `folder` a rule applies (recorded with 2.1.332). `paths` are its patterns. They are read as
 * those of a `.gitignore` are: case does not count, a pattern without `/` matches in any folder, a file cannot be taken
 * back once its folder matches.
 */
export function fileScope(paths: readonly string[] | undefined, folder: string): FileScope {
  const patterns = (paths ?? []).flatMap(expandBraces).map(withoutStars);
  const unconditional = patterns.every(pattern => everything.has(pattern));
  let matcher: ReturnType<typeof ignore> | undefined;
  return {
    folder,
    unconditional,
    matches(path) {
      if (unconditional) return true;
      if (!ignore.isPathValid(path)) return false;
      matcher ??= ignore().add(patterns.filter(pattern => pattern !== '.' && pattern !== './'));
      return matcher.ignores(path);
    },
  };
}

/** Of a file that is not read, or has no text. */
export const noFiles: FileScope = { folder: '', unconditional: false, matches: () => false };

/** Patterns that match every file, and so set no condition. */
const everything: ReadonlySet<string> = new Set(['', '*', '**', '**/*']);

/** A folder and all in it is the folder: `src/**` matches as `src` does, in any folder. */
function withoutStars(pattern: string): string {
  return pattern.endsWith('/**') ? pattern.slice(0, -3) : pattern;
}

/** Expands braces with commas, nested ones too; others stay as they are. */
export function expandBraces(pattern: string): string[] {
  let patterns = [pattern];
  for (let isDone = false; !isDone; ) {
    isDone = true;
    patterns = patterns.flatMap(one => {
      const braces = /\{([^{}]*,[^{}]*)\}/.exec(one);
      if (!braces || patterns.length > mostPatterns) return one;
      isDone = false;
      const { index, 0: whole, 1: inner } = braces;
      return inner!
        .split(',')
        .map(part => one.slice(0, index) + part.trim() + one.slice(index + whole.length));
    });
  }
  return patterns;
}
