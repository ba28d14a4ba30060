/** The path of a URI, decoded, with `/`. */
export function pathOf(uri: string): string {
  const path = uri.replace(/^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?/i, '').replace(/[?#].*$/, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The last part of a URI's path, decoded. */
export function fileNameOf(uri: string): string {
  const path = pathOf(uri);
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The URI of a path, decoded and with `/`, on the same file system as the file `near`. */
export function uriOfPath(path: string, near: string): string {
  const origin = /^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?/i.exec(near)?.[0] ?? 'file://';
  return origin + path.split('/').map(encodeURIComponent).join('/');
}
