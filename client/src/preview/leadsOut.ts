/** A file that a link of the preview leads to: its path and that of the document, with `/`, and the open folders. */
export interface LinkedFile {
  readonly path: string;
  readonly documentPath: string;
  readonly folders: readonly string[];
  /** True for a symbolic link, which may lead anywhere. */
  readonly isLink: boolean;
}

/** Whether to ask before a linked file is opened: it is outside of the open folders, or of the document's own without any. */
export function leadsOut({ path, documentPath, folders, isLink }: LinkedFile): boolean {
  const own = documentPath.slice(0, documentPath.lastIndexOf('/'));
  const around = folders.some(folder => isBelow(documentPath, folder)) ? folders : [...folders, own];
  return isLink || !around.some(folder => isBelow(path, folder));
}

function isBelow(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}
