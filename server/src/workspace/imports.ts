import { importedPaths } from '../language/document/imports.ts';
import type { Snapshot } from '../language/snapshot.ts';
import type { ImportedFiles } from '../language/workspaceIndex.ts';
import type { BoundedFileSystem, ReadResult } from './fileSystem.ts';
import { liesIn, uriOfPath } from './uris.ts';

/** The maximum number of files that the imports of one document cause to be read. */
const maxFiles = 200;
const markdown = /\.(?:md|mdx|mdc|markdown|txt)$/i;

/** The direct imports of a document, as paths; none where its dialect does not resolve them from the file. */
export function importsOf({ dialect, document, load, path }: Snapshot): string[] {
  if (dialect.body?.importsFrom !== 'file' || !load.body) return [];
  return importedPaths(document.text, load.body, path);
}

/** The imported files that exist, and their own imports. */
export class Imports {
  readonly #files = new Map<string, readonly string[] | null>();
  #known: ImportedFiles = viewOf(this.#files);
  /** Counts file changes: a read that overlaps one may be stale. */
  #changes = 0;

  /** `isWithin` tells which paths may be read. */
  constructor(
    private readonly fileSystem: BoundedFileSystem,
    private readonly isWithin: (path: string) => boolean,
  ) {}

  /** The imports by path; another object whenever they have changed. */
  get known(): ImportedFiles {
    return this.#known;
  }

  /** Reads the imports of a document, recursively. */
  async follow(snapshot: Snapshot): Promise<void> {
    const waiting = importsOf(snapshot);
    const seen = new Set(waiting);
    for (let path = waiting.shift(); path !== undefined && seen.size < maxFiles; path = waiting.shift()) {
      if (!this.#known.has(path)) {
        if (!this.isWithin(path)) continue;
        await this.#read(path, snapshot.document.uri);
      }
      for (const next of this.#known.get(path) ?? []) {
        if (seen.has(next)) continue;
        seen.add(next);
        waiting.push(next);
      }
    }
  }

  /**
   * Forgets created, changed or deleted files, and all files in such folders. True when any was known: its importers
   * must be followed again.
   */
  forget(paths: ReadonlySet<string>): boolean {
    this.#changes++;
    const before = this.#files.size;
    for (const known of [...this.#files.keys()]) if (liesIn(known, paths)) this.#files.delete(known);
    if (this.#files.size === before) return false;
    this.#known = viewOf(this.#files);
    return true;
  }

  async #read(path: string, near: string): Promise<void> {
    let read: ReadResult;
    let changes: number;
    do {
      changes = this.#changes;
      read = await this.fileSystem.tryRead(uriOfPath(path, near));
    } while (changes !== this.#changes);
    if (this.#known.has(path)) return;
    const text = typeof read === 'string' && markdown.test(path) ? read : '';
    const found = read === undefined ? null : importedPaths(text, whole(text), path);
    this.#files.set(path, found);
    this.#known = viewOf(this.#files);
  }
}

/** The files as they are, under an identity of its own. To copy them for each that is read takes the square of their number. */
function viewOf(files: ReadonlyMap<string, readonly string[] | null>): ImportedFiles {
  return {
    get: path => files.get(path),
    has: path => files.has(path),
    keys: () => files.keys(),
    get size() {
      return files.size;
    },
  };
}

function whole(text: string) {
  return { start: 0, end: text.length };
}
