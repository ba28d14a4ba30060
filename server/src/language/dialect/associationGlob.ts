/**
 * The glob over absolute paths that a user means who associates files with a dialect. As in `.gitignore`, one that
 * does not begin at the root is meant below any folder: `docs/agents/*.md` is that of every project.
 */
export function associationGlob(written: string): string {
  const glob = written.trim().replaceAll('\\', '/').replace(/^\.\//, '');
  return /^(?:\/|\*\*\/)/.test(glob) ? glob : `**/${glob}`;
}
