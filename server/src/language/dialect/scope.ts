import type { Dialect } from './dialect.ts';

/**
 * Returns the folder within which names of a dialect must be unique: the literal part of the glob that the path matches,
 * at its last place in the path. For `/p/.claude/agents/team/x.md` and a glob that starts with any folder and continues
 * with `.claude/agents`, that is `/p/.claude/agents`. The file's own folder when no glob has such a part.
 */
export function scopeOf(dialect: Dialect, path: string): string {
  for (const glob of dialect.files) {
    const literal = /^\*\*\/([^*?[{]+)\//.exec(glob)?.[1];
    const at = literal === undefined ? -1 : path.lastIndexOf(`/${literal}/`);
    if (literal !== undefined && at >= 0) return path.slice(0, at + literal.length + 1);
  }
  return path.slice(0, path.lastIndexOf('/'));
}
