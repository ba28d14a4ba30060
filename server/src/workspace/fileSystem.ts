/** The file access of the server: on disk under Node, else through the client. */
export interface FileSystem {
  /**
   * Returns the URIs of the files below `folder` (a URI) that match any of the globs and are not `excluded`; none for a
   * missing folder or a file.
   */
  find(folder: string, globs: readonly string[]): Promise<string[]>;
  /**
   * Returns the text of a file, with invalid UTF-8 replaced by U+FFFD; `undefined` when it does not exist or is too
   * large.
   */
  read(uri: string): Promise<string | undefined>;
}

/** Dependencies are not the author's files; but below a folder `agents`, Claude Code reads them. */
export const excluded: readonly string[] = [
  '**/.git/objects/**',
  'node_modules/**',
  '**/!(agents)/node_modules/**',
];

/** Whether `excluded` matches a path below a folder, with a leading `/`. */
export function isExcluded(below: string): boolean {
  return /\/\.git\/objects\/|(?<!\/agents)\/node_modules\//.test(below);
}

/** Files larger than this many bytes are not read: no agent file is. */
export const largestFile = 20_000_000;
