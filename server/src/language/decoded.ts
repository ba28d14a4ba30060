/** A URI, or a part of one, without escapes; as it is where these are none: not every editor escapes a `%`. */
export function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
