/** The path of `to` from the folder of the file `from`, both with `/`: `../agents/x.md`. */
export function relativePath(from: string, to: string): string {
  const [above, target] = [foldersOf(from), to.split('/')];
  const common = commonLength(above, target.slice(0, -1));
  return [...above.slice(common).map(() => '..'), ...target.slice(common)].join('/');
}

/** The path that `relative` is from the folder of the file `from`. */
export function resolvedPath(from: string, relative: string): string {
  const parts = foldersOf(from);
  for (const part of relative.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/**
 * The folder of a file because of which it is not read, when it would be at `to`: the uppermost that is another there,
 * such as `.claude/agent`; else the folder that keeps the file.
 */
export function folderBefore(path: string, to: string): string {
  const above = foldersOf(path);
  const common = commonLength(above, foldersOf(to));
  return above.slice(0, common + 1).join('/');
}

function foldersOf(path: string): string[] {
  return path.split('/').slice(0, -1);
}

function commonLength(some: readonly string[], others: readonly string[]): number {
  const different = some.findIndex((part, at) => part !== others[at]);
  return different < 0 ? some.length : different;
}
