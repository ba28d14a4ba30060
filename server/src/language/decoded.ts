/** A URI, or a part of one, without escapes; unchanged if an escape is invalid: not every client escapes a `%`. */
export function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
