/** The last result: each keystroke needs the path of the same document many times. */
let last = { uri: '', path: '' };

/** The decoded path of a URI, with `/` and a lowercase Windows drive letter. */
export function pathOf(uri: string): string {
  if (uri !== last.uri) last = { uri, path: decodedPath(uri) };
  return last.path;
}

function decodedPath(uri: string): string {
  const path = uri.slice(originOf(uri).length);
  // Fast path: usually nothing is escaped.
  if (/^[\w\-.~/]*$/.test(path)) return path;
  const plain = path.replace(/[?#].*$/, '');
  try {
    return decodeURIComponent(plain).replace(/^\/[A-Z]:/, drive => drive.toLowerCase());
  } catch {
    return plain;
  }
}

/** The path of a folder's URI, with `/` at the end. */
export function folderPathOf(uri: string): string {
  const path = pathOf(uri);
  return path.endsWith('/') ? path : `${path}/`;
}

/** The parent folder (URI, without `/` at the end) of a file or folder; the root for the root. */
export function parentOf(uri: string): string {
  const path = uri.slice(originOf(uri).length);
  return originOf(uri) + path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** Whether a path, or a folder above it, is one of `paths`. */
export function liesIn(path: string, paths: ReadonlySet<string>): boolean {
  for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1))
    if (paths.has(path.slice(0, end))) return true;
  return false;
}

/** The URI of a decoded path with `/`, on the same file system as the file `near`. */
export function uriOfPath(path: string, near: string): string {
  return (originOf(near) || 'file://') + encodedPath(path);
}

/** A path, escaped for a URI. */
export function encodedPath(path: string): string {
  // Fast path: usually nothing needs escaping.
  return /[^\w\-.~/]/.test(path) ? path.split('/').map(encodeURIComponent).join('/') : path;
}

/** A key for a file that does not depend on how its URI is escaped: clients differ in that. */
export function fileKeyOf(uri: string): string {
  return originOf(uri) + pathOf(uri);
}

/** Scheme and authority. */
function originOf(uri: string): string {
  return /^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?/i.exec(uri)?.[0] ?? '';
}
