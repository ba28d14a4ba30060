import { Disposable, RelativePattern, type TextDocument, Uri, window, workspace } from 'vscode';

/** The document of a file. An untitled one is never opened again: that would create a new one with its name. */
export async function openText(uri: Uri): Promise<TextDocument | undefined> {
  if (uri.scheme === 'untitled')
    return workspace.textDocuments.find(one => one.uri.toString() === uri.toString());
  try {
    return await workspace.openTextDocument(uri);
  } catch {
    return undefined;
  }
}

/** The part of a file's path below a folder; empty for the same path, `undefined` for a file elsewhere. */
function pathBelow(uri: Uri, folder: Uri): string | undefined {
  const below = uri.path.slice(folder.path.length);
  const isBelow = uri.path.startsWith(folder.path) && (below === '' || below.startsWith('/'));
  return isBelow && uri.with({ path: folder.path }).toString() === folder.toString() ? below : undefined;
}

/** The URI of a file after it, or a folder above it, was renamed; `undefined` when neither was. */
export function movedAlong(
  uri: Uri,
  files: readonly { readonly oldUri: Uri; readonly newUri: Uri }[],
): Uri | undefined {
  for (const { oldUri, newUri } of files) {
    const below = pathBelow(uri, oldUri);
    if (below !== undefined) return newUri.with({ path: newUri.path + below });
  }
  return undefined;
}

/** The last segment of a file's path. */
export function nameOf(uri: Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

/** The notice about a file without text. */
export function cannotBeRead(uri: Uri): string {
  return uri.scheme === 'untitled'
    ? `${nameOf(uri)} was closed. This is its last content.`
    : `${nameOf(uri)} cannot be read. It may have been deleted.`;
}

/** The notice about a file whose preview the server could not make. */
export const failed = 'The preview failed and may be out of date. See the output channel for details.';

/** The notice about a request that failed. */
export function noResponse(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return `The Agent Files language server does not respond, so the preview may be out of date. Run "Agent Files: Restart Server". (${reason})`;
}

/** Reports when a file on disk is created or deleted; nothing of an untitled one. */
export function watchFile(uri: Uri, changed: (file: 'present' | 'deleted') => void): Disposable | undefined {
  if (uri.scheme === 'untitled') return undefined;
  const folder = Uri.joinPath(uri, '..');
  const watcher = workspace.createFileSystemWatcher(new RelativePattern(folder, '*'), false, true, false);
  const isOurs = (other: Uri) => other.toString() === uri.toString();
  return Disposable.from(
    watcher,
    watcher.onDidCreate(other => isOurs(other) && changed('present')),
    watcher.onDidDelete(other => isOurs(other) && changed('deleted')),
  );
}

/** The first line that an editor shows of a file, zero-based; `undefined` without a visible editor. */
export function firstVisibleLine(uri: Uri): number | undefined {
  const shown = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  return shown?.visibleRanges[0]?.start.line;
}
