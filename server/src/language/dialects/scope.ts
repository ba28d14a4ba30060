import type { Dialect } from './dialect.ts';

/**
 * The folder within which names of a dialect must be unique: what precedes the first wildcard of the glob that
 * the path matches, at its last place in the path.
 *
 * ```text
 * glob   **/.claude/agents/**/*.md
 * path   /home/me/project/.claude/agents/team/x.md
 * scope  /home/me/project/.claude/agents
 * ```
 *
 * The file's own folder when no glob has such a part.
 */
export function scopeOf(dialect: Dialect, path: string): string {
  for (const glob of dialect.files) {
    const literal = /^\*\*\/([^*?[{]+)\//.exec(glob)?.[1];
    const at = literal === undefined ? -1 : path.lastIndexOf(`/${literal}/`);
    if (literal !== undefined && at >= 0) return path.slice(0, at + literal.length + 1);
  }
  return path.slice(0, path.lastIndexOf('/'));
}
