/** The files below a folder; what matches is looked for once for each pattern. */
export class FileListing {
  readonly #matches = new Map<string, readonly string[]>();

  /** `paths` are relative to the folder, with `/`, sorted. */
  constructor(private readonly paths: readonly string[]) {}

  /** The files that match. `pattern` stands for `matches`: the same pattern must match the same files. */
  matching(pattern: string, matches: (path: string) => boolean): readonly string[] {
    const known = this.#matches.get(pattern);
    if (known) return known;
    const found = this.paths.filter(path => matches(path));
    this.#matches.set(pattern, found);
    return found;
  }
}
