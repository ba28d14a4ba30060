/** The path of a URI, decoded, with `/`. */
export function pathOf(uri: string): string {
  // For each key that is typed the same document is asked about many times.
  if (uri !== last.uri) last = { uri, path: decodedPath(uri) };
  return last.path;
}

let last = { uri: '', path: '' };

function decodedPath(uri: string): string {
  const path = uri.replace(/^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?/i, '').replace(/[?#].*$/, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The path of a folder's URI, with `/` at its end. */
export function folderPathOf(uri: string): string {
  const path = pathOf(uri);
  return path.endsWith('/') ? path : `${path}/`;
}

/** The URI of a path, decoded and with `/`, on the same file system as the file `near`. */
export function uriOfPath(path: string, near: string): string {
  const origin = /^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?/i.exec(near)?.[0] ?? 'file://';
  return origin + path.split('/').map(encodeURIComponent).join('/');
}
