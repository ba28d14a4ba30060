import type { Dialect } from './dialect.ts';

/**
 * Returns the folder within which names of a dialect must be unique: the literal part of the glob that the path matches,
 * at its last place in the path. For `/p/.claude/agents/team/x.md` and a glob that starts with any folder and continues
 * with `.claude/agents`, that is `/p/.claude/agents`. The file's own folder when no glob has such a part.
 */
export function scopeOf(dialect: Dialect, path: string): string {
  const found = literalIn(dialect, path);
  return found ? path.slice(0, found.at + found.literal.length + 1) : path.slice(0, path.lastIndexOf('/'));
}

/** The folder of the project that a file of the dialect belongs to: `/p` for `/p/.claude/agents/x.md`. */
export function projectOf(dialect: Dialect, path: string): string | undefined {
  const found = literalIn(dialect, path);
  return found && path.slice(0, found.at);
}

function literalIn(dialect: Dialect, path: string): { literal: string; at: number } | undefined {
  for (const glob of dialect.files) {
    const literal = /^\*\*\/([^*?[{]+)\//.exec(glob)?.[1];
    const at = literal === undefined ? -1 : path.lastIndexOf(`/${literal}/`);
    if (literal !== undefined && at >= 0) return { literal, at };
  }
  return undefined;
}
