import { fileLinksIn } from '../language/references/fileLinks.ts';
import type { Snapshot } from '../language/snapshot.ts';
import type { BoundedFileSystem } from './fileSystem.ts';
import { liesIn, uriOfPath } from './uris.ts';

/** Whether there are files that texts link to. */
export class LinkedFiles {
  readonly #exists = new Map<string, boolean>();
  /** Counts changes of files: what was looked up during one may be stale. */
  #changes = 0;
  /** The paths that files (URIs) link to. */
  readonly #linked = new Map<string, readonly string[]>();

  /** `isWithin` tells which paths may be looked for. */
  constructor(
    private readonly fileSystem: BoundedFileSystem,
    private readonly isWithin: (path: string) => boolean,
  ) {}

  /** Whether there is a file at a path; `undefined` if that is not known. */
  has(path: string): boolean | undefined {
    return this.#exists.get(path);
  }

  /** Looks for the files that a snapshot's file links to. Returns whether one was found to be missing. */
  async look(snapshot: Snapshot): Promise<boolean> {
    const { uri } = snapshot.document;
    const paths = fileLinksIn(snapshot)
      .flatMap(({ candidates }) => candidates)
      .filter(this.isWithin);
    if (paths.length === 0) {
      this.#linked.delete(uri);
      return false;
    }
    this.#linked.set(uri, paths);
    let isMissing = false;
    for (const path of paths) {
      if (this.#exists.has(path)) continue;
      const exists = await this.#look(uriOfPath(path, uri));
      this.#exists.set(path, exists);
      isMissing ||= !exists;
    }
    return isMissing;
  }

  async #look(uri: string): Promise<boolean> {
    for (;;) {
      const changes = this.#changes;
      const exists = await this.fileSystem.exists(uri);
      if (changes === this.#changes) return exists;
    }
  }

  /** Forgets created, changed or deleted files, and all files in such folders. Returns the files that link to them. */
  forget(paths: ReadonlySet<string>): string[] {
    this.#changes++;
    const gone = new Set([...this.#exists.keys()].filter(path => liesIn(path, paths)));
    if (gone.size === 0) return [];
    for (const path of gone) this.#exists.delete(path);
    return [...this.#linked].filter(([, linked]) => linked.some(path => gone.has(path))).map(([uri]) => uri);
  }

  /** Forgets the links of a file (URI). */
  delete(uri: string): void {
    this.#linked.delete(uri);
  }
}
