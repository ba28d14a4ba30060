import type { Dialect } from './dialect.ts';

/**
 * The name that its path gives a file of the dialect: what stands for the wildcard of the glob, as `reviewer` does in
 * `.github/agents/reviewer.agent.md`; the folder's name where the glob names the file itself, as for a `SKILL.md`.
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

/** Where a file of that name lies in a project as one of the dialect: `.opencode/agents/reviewer.md`. */
export function placeFor(dialect: Dialect, name: string): string {
  const glob = firstAlternative(dialect.files[0] ?? '*.md');
  const parts = glob.split('/').filter(part => part !== '**');
  return parts.map(part => part.replaceAll('*', () => name)).join('/');
}

function lastPart(glob: string): string {
  return firstAlternative(glob.slice(glob.lastIndexOf('/') + 1));
}

function firstAlternative(glob: string): string {
  return glob.replace(/\{([^,}]*)[^}]*\}/g, '$1');
}
