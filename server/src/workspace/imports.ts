import { importedPaths } from '../language/document/imports.ts';
import type { Snapshot } from '../language/snapshot.ts';
import type { WorkspaceIndex } from '../language/workspaceIndex.ts';
import type { FileSystem } from './fileSystem.ts';
import { liesIn, uriOfPath } from './uris.ts';

/** How many files one document can make us read through what it imports. */
const mostFiles = 200;
const markdown = /\.(?:md|mdx|mdc|markdown|txt)$/i;

/** The paths that a document imports itself; none where its dialect does not look them up from the file. */
export function importsOf({ dialect, document, load, path }: Snapshot): string[] {
  if (dialect.body?.importsFrom !== 'file' || !load.body) return [];
  return importedPaths(document.text, load.body, path);
}

/** Which of the files exist that documents import, and what these import in turn. */
export class Imports {
  #known: WorkspaceIndex['imported'] = new Map();
  /** How often a file came, changed or went: what was read meanwhile may be of before. */
  #changes = 0;

  /** `isWithin` says which paths may be read at all. */
  constructor(
    private readonly fileSystem: FileSystem,
    private readonly isWithin: (path: string) => boolean,
  ) {}

  /** What is known, as features want it: another map as soon as it changes. */
  get known(): WorkspaceIndex['imported'] {
    return this.#known;
  }

  /** Reads what a document imports, and what that imports. */
  async follow(snapshot: Snapshot): Promise<void> {
    const waiting = importsOf(snapshot);
    const seen = new Set(waiting);
    for (let path = waiting.shift(); path !== undefined && seen.size < mostFiles; path = waiting.shift()) {
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
   * Forgets files that came, changed or went, and all files of such folders. True when any was known: what imports it
   * is to be followed anew.
   */
  forget(paths: ReadonlySet<string>): boolean {
    this.#changes++;
    const others = [...this.#known].filter(([known]) => !liesIn(known, paths));
    if (others.length === this.#known.size) return false;
    this.#known = new Map(others);
    return true;
  }

  async #read(path: string, near: string): Promise<void> {
    let text: string | undefined;
    let changes: number;
    do {
      changes = this.#changes;
      text = await this.fileSystem.read(uriOfPath(path, near));
    } while (changes !== this.#changes);
    if (this.#known.has(path)) return;
    const found = text !== undefined && markdown.test(path) ? importedPaths(text, whole(text), path) : [];
    this.#known = new Map([...this.#known, [path, text === undefined ? null : found]]);
  }
}

function whole(text: string) {
  return { start: 0, end: text.length };
}
