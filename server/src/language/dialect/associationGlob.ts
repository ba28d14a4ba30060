/**
 * Returns the glob over absolute paths for a glob that a user associates with a dialect. As in `.gitignore`, one that
 * does not start at the root matches below any folder: `docs/agents/*.md` matches in every project.
 */
export function associationGlob(written: string): string {
  const glob = written.trim().replaceAll('\\', '/').replace(/^\.\//, '');
  return /^(?:\/|\*\*\/)/.test(glob) ? glob : `**/${glob}`;
}
