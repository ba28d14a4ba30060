/** The last part of a name: `worker` of `kit:worker`, `commit` of `git:commit` and of `git/commit`. */
export function lastPart(name: string): string {
  return name.slice(Math.max(name.lastIndexOf(':'), name.lastIndexOf('/')) + 1);
}

/** A name with another last part. */
export function withLastPart(name: string, part: string): string {
  return name.slice(0, name.length - lastPart(name).length) + part;
}
