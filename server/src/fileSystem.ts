/** What the server needs of files. One implementation for Node, one that asks the editor where there is no disk. */
export interface FileSystem {
  /** URIs of the files below `folder` (a URI) that match any of the globs. Missing folders have none. */
  find(folder: string, globs: readonly string[]): Promise<string[]>;
  /** The text of a file, bytes that are no UTF-8 replaced by U+FFFD; `undefined` when there is no such file, or it is too large. */
  read(uri: string): Promise<string | undefined>;
}

/** Files beyond this many bytes are not read from disk: no agent file is so large. */
export const largestFile = 20_000_000;
