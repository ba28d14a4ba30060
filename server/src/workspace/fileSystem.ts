/** What the server needs of files. One implementation for Node, one that asks the editor where there is no disk. */
export interface FileSystem {
  /**
   * URIs of the files below `folder` (a URI) that match any of the globs, but for those that are `leftAlone`. Missing
   * folders have none, and files neither.
   */
  find(folder: string, globs: readonly string[]): Promise<string[]>;
  /**
   * The text of a file, bytes that are no UTF-8 replaced by U+FFFD; `undefined` when there is no such file, or it is
   * too large.
   */
  read(uri: string): Promise<string | undefined>;
}

/** What packages bring along is not the author’s; below a folder of agents, though, Claude Code reads it. */
export const excluded: readonly string[] = [
  '**/.git/objects/**',
  'node_modules/**',
  '**/!(agents)/node_modules/**',
];

/** Whether a path below a folder, with `/` before it, is one of those that are `leftAlone` there. */
export function isExcluded(below: string): boolean {
  return /\/\.git\/objects\/|(?<!\/agents)\/node_modules\//.test(below);
}

/** Files beyond this many bytes are not read: no agent file is so large. */
export const largestFile = 20_000_000;
