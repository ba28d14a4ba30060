/** Globs, relative to a workspace folder, with the ids of the dialects that such files are of. */
export type Associations = Readonly<Record<string, string>>;

/** The globs by which a file can be associated: itself, and the files of its kind in and below its folder. */
export interface OwnGlobs {
  readonly file: string;
  /** `undefined` for a file that lies at the root. */
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
 * The associations by which the file, or the whole folder, is of a dialect; without `dialect` those by which nothing is
 * said of either. What was said of the file itself does not outlast what is now said of its folder.
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

/** A path as a glob that matches it. Glob dialects differ in how they escape, and agree on what `?` is. */
function literal(path: string): string {
  return path.replace(/[*?[\]{}()!|\\]/g, '?');
}
