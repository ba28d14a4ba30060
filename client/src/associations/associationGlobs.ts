/** Dialect ids by glob, relative to a workspace folder. */
export type Associations = Readonly<Record<string, string>>;

/** The globs that can associate a file: one for the file, one for all files with its extension in its folder. */
export interface OwnGlobs {
  readonly file: string;
  /** `undefined` for a file at the root. */
  readonly folder: string | undefined;
}

/** The globs for a file, by its path relative to its workspace folder, with `/`. */
export function ownGlobs(path: string): OwnGlobs {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const ending = /\.[^./]*$/.exec(path)?.[0] ?? '';
  return {
    file: literal(path),
    folder: folder === '' ? undefined : `${literal(folder)}**/*${literal(ending)}`,
  };
}

/**
 * Returns the associations with a dialect for the file or its folder; without `chosen`, with neither. An association of
 * the folder replaces that of the file.
 */
export function withAssociation(
  current: Associations,
  own: OwnGlobs,
  chosen?: { readonly of: 'file' | 'folder'; readonly dialect: string },
): Associations {
  const isFolder = chosen?.of === 'folder' && own.folder !== undefined;
  const dropped = chosen && !isFolder ? [own.file] : [own.file, own.folder];
  const kept = Object.entries(current).filter(([glob]) => !dropped.includes(glob));
  const added = chosen ? [[isFolder ? own.folder : own.file, chosen.dialect]] : [];
  return Object.fromEntries([...kept, ...added]);
}

/** Converts a path to a glob that matches it. Glob dialects escape differently, but all support `?`. */
function literal(path: string): string {
  return path.replace(/[*?[\]{}()!|\\]/g, '?');
}
