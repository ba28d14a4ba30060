/** The path asked for last: for each key that is typed the same document is asked about many times. */
let last = { uri: '', path: '' };

/** The path of a URI, decoded, with `/`, the letter of a Windows drive in lower case. */
export function pathOf(uri: string): string {
  if (uri !== last.uri) last = { uri, path: decodedPath(uri) };
  return last.path;
}

function decodedPath(uri: string): string {
  const path = uri.slice(originOf(uri).length);
  // Nearly always nothing is escaped.
  if (/^[\w\-.~/]*$/.test(path)) return path;
  const plain = path.replace(/[?#].*$/, '');
  try {
    return decodeURIComponent(plain).replace(/^\/[A-Z]:/, drive => drive.toLowerCase());
  } catch {
    return plain;
  }
}

/** The path of a folder's URI, with `/` at its end. */
export function folderPathOf(uri: string): string {
  const path = pathOf(uri);
  return path.endsWith('/') ? path : `${path}/`;
}

/** The folder (URI, without `/` at its end) that a file or folder lies in; of the root, the root. */
export function parentOf(uri: string): string {
  const path = uri.slice(originOf(uri).length);
  return originOf(uri) + path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** Whether a path is one of those, or lies in a folder that is. */
export function liesIn(path: string, those: ReadonlySet<string>): boolean {
  for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1))
    if (those.has(path.slice(0, end))) return true;
  return false;
}

/** The URI of a path, decoded and with `/`, on the same file system as the file `near`. */
export function uriOfPath(path: string, near: string): string {
  return (originOf(near) || 'file://') + encodedPath(path);
}

/** A path as it stands in a URI. */
export function encodedPath(path: string): string {
  // Nearly always nothing is to be escaped.
  return /[^\w\-.~/]/.test(path) ? path.split('/').map(encodeURIComponent).join('/') : path;
}

/** A key by which a file is known however its URI is written: editors escape characters that others do not. */
export function fileKeyOf(uri: string): string {
  return originOf(uri) + pathOf(uri);
}

/** Scheme and authority. */
function originOf(uri: string): string {
  return /^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?/i.exec(uri)?.[0] ?? '';
}
