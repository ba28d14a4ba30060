import type { Dialect } from './dialect.ts';
import { globMatcher } from './glob.ts';

/**
 * Returns the name that its path gives a file of the dialect: what the glob's wildcard matches, such as `reviewer` in
 * `.github/agents/reviewer.agent.md`; the folder's name if the glob names the file itself, as for a `SKILL.md`.
 */
export function nameIn(dialect: Dialect, path: string): string {
  const [file = '', folder = ''] = path.split('/').slice(-2).reverse();
  const patterns = dialect.files.map(lastPart).sort((a, b) => b.length - a.length);
  for (const pattern of patterns) {
    const wildcard = pattern.indexOf('*');
    if (wildcard < 0 && pattern === file) return folder;
    const [start, end] = [pattern.slice(0, wildcard), pattern.slice(wildcard + 1)];
    const fits = wildcard >= 0 && file.startsWith(start) && file.endsWith(end);
    if (fits && file.length > start.length + end.length)
      return file.slice(start.length, -end.length || undefined);
  }
  return file.replace(/(?<=.)\.[^.]*$/, '') || folder;
}

/** The path of a file of the dialect with that name in a project: `.opencode/agents/reviewer.md`. */
export function placeFor(dialect: Dialect, name: string): string {
  const glob = firstAlternative(dialect.files[0] ?? '*.md');
  const parts = glob.split('/').filter(part => part !== '**');
  return parts.map(part => part.replaceAll('*', () => name)).join('/');
}

/**
 * Returns the path to pass to a dialect's loader for a file that is treated as one of the dialect: its own if the tool
 * reads it there, else one in the tool's folder, since the user has set the dialect. `path` is absolute, with `/`.
 */
export function pathAs(dialect: Dialect, path: string): string {
  const { files, shares, inPlugins } = dialect;
  const pluginFiles = inPlugins?.files.map(glob => `**/${glob}`) ?? [];
  const isRead = [...files, ...(shares?.files ?? []), ...pluginFiles].some(glob => globMatcher(glob)(path));
  if (isRead || files.length === 0) return path;
  return `${path.slice(0, path.lastIndexOf('/') + 1)}${placeFor(dialect, nameIn(dialect, path))}`;
}

function lastPart(glob: string): string {
  return firstAlternative(glob.slice(glob.lastIndexOf('/') + 1));
}

function firstAlternative(glob: string): string {
  return glob.replace(/\{([^,}]*)[^}]*\}/g, '$1');
}
