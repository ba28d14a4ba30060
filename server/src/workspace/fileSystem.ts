/** The file access of the server: on disk under Node, else through the client. */
export interface FileSystem {
  /**
   * Returns the files below `folder` (a URI) that match any of the globs and are not `excluded`, sorted; none for a missing
   * folder or a file. Links that lead out of `within` (URIs of folders) are not followed; each real folder is entered
   * through one link at most.
   */
  find(folder: string, globs: readonly string[], within: readonly string[]): Promise<readonly FoundFile[]>;
  /**
   * Returns the text of a file, with invalid UTF-8 replaced by U+FFFD; `undefined` when there is none. A file that is not a
   * regular one, is too large, or is a link that leads out of `within` (URIs of folders) is not read.
   */
  read(uri: string, within: readonly string[]): Promise<ReadResult>;
  /** Returns the beginning of a file that a search found, unless it is a link; cheaper than `read` where that is possible. */
  readHead(uri: string): Promise<string | undefined>;
  /** Returns whether there is a file or folder; absent where only reading it tells. */
  exists?(uri: string): Promise<boolean>;
}

/** The text of a file, or the reason why it is not read; `undefined` when it does not exist. */
export type ReadResult = string | { readonly unreadable: string } | undefined;

/** A file that a search found. */
export interface FoundFile {
  readonly uri: string;
  /** The URI of the file itself, when `uri` leads through a link. */
  readonly real?: string;
}

/** A file system whose links lead to the folders (URIs) that `within` returns, or nowhere. */
export interface BoundedFileSystem {
  find(folder: string, globs: readonly string[]): Promise<readonly FoundFile[]>;
  /** The text of a file; `undefined` when there is none that can be read. */
  read(uri: string): Promise<string | undefined>;
  /** The text of a file, or why it cannot be read. */
  tryRead(uri: string): Promise<ReadResult>;
  /** As in `FileSystem`. */
  readHead(uri: string): Promise<string | undefined>;
  /** Whether there is a file or folder. */
  exists(uri: string): Promise<boolean>;
}

/** Restricts the links of a file system to the folders (URIs) that are open at that time. */
export function boundedBy(fileSystem: FileSystem, within: () => readonly string[]): BoundedFileSystem {
  return {
    find: (folder, globs) => fileSystem.find(folder, globs, within()),
    async read(uri) {
      const text = await fileSystem.read(uri, within());
      return typeof text === 'string' ? text : undefined;
    },
    tryRead: uri => fileSystem.read(uri, within()),
    readHead: uri => fileSystem.readHead(uri),
    exists: async uri =>
      fileSystem.exists ? fileSystem.exists(uri) : (await fileSystem.read(uri, within())) !== undefined,
  };
}

/**
 * Dependencies are not the author's files; but below a folder `agents`, Claude Code reads them. In the worktrees that Claude
 * Code creates are copies of the same files, which it does not read from outside (recorded with 2.1.329 on 2026-11-29).
 */
export const excluded: readonly string[] = [
  '**/.git/objects/**',
  '**/.claude/worktrees/**',
  'node_modules/**',
  '**/!(agents)/node_modules/**',
];

/** Whether `excluded` matches a path below a folder, with a leading `/`. */
export function isExcluded(below: string): boolean {
  return /\/\.git\/objects\/|\/\.claude\/worktrees\/|(?<!\/agents)\/node_modules\//.test(below);
}

/** Files larger than this many bytes are not read: no agent file is. */
export const largestFile = 20_000_000;
