import {
  mayBeCollected,
  mayBeInCollection,
  mayHoldCollection,
} from '../language/collections/candidatePaths.ts';
import type { CollectionCount } from '../language/collections/collectionMessage.ts';
import { type CollectedFile, collectedFiles } from '../language/collections/collections.ts';
import { looksLikeAgent } from '../language/collections/evidence.ts';
import { type FileHead, headOf } from '../language/collections/fileHead.ts';
import { roleNames } from '../language/collections/profile.ts';
import type { Dialect } from '../language/dialect/dialect.ts';
import type { BoundedFileSystem } from './fileSystem.ts';
import { folderPathOf, pathOf } from './uris.ts';

/** How many files are read concurrently, where that takes time. */
const filesAtOnce = 64;

/** How many files of a folder are read before all of them are. */
const sampled = 4;

/** How to search a folder. */
export interface SearchOptions {
  /** The folder (URI) within which the names of folders count; the searched one by default. */
  readonly root?: string;
  /** The files (URIs) that the user names: of these, one is enough. */
  readonly named?: readonly string[];
  /** The texts of files (by URI) that are not read from disk. */
  readonly texts?: ReadonlyMap<string, string | undefined>;
  /** False for a file (URI) that is left alone; not asked for files that are not read. */
  readonly isCandidate?: (uri: string) => boolean;
}

/** How many files of each dialect there are in collections. */
export function collectionsOf({ files }: Pick<Collections, 'files'>): CollectionCount[] {
  const counts = new Map<Dialect, number>();
  for (const { dialect } of files.values()) counts.set(dialect, (counts.get(dialect) ?? 0) + 1);
  return [...counts].map(([dialect, count]) => ({ dialect, files: count }));
}

/** A searched folder. */
interface Root {
  /** What candidates begin with, by path. */
  readonly heads: Map<string, FileHead>;
  /** The files that the user names, of which a single one is enough. */
  readonly named: ReadonlySet<string>;
}

/** The agent files that lie outside the folders of all tools, because they are published to be copied there. */
export class Collections {
  /** By the path of the searched folder, with `/` at the end. */
  readonly #roots = new Map<string, Root>();
  #files: ReadonlyMap<string, CollectedFile> = new Map();

  constructor(private readonly fileSystem: Pick<BoundedFileSystem, 'read' | 'readHead'>) {}

  /** The files, by path. */
  get files(): ReadonlyMap<string, CollectedFile> {
    return this.#files;
  }

  /**
   * Finds the collections among the files (URIs) below a folder (URI), given that no tool reads them in place. Reads
   * little where there are none: first one file of each folder, and only if some look like agent files, more.
   */
  async search(
    folder: string,
    uris: readonly string[],
    { root = folder, named = [], texts, isCandidate = () => true }: SearchOptions = {},
  ): Promise<void> {
    const heads = new Map<string, FileHead | undefined>();
    const read = async (some: readonly string[]): Promise<void> => {
      const unread = some.filter(uri => !heads.has(uri) && isCandidate(uri));
      for (let at = 0; at < unread.length; at += filesAtOnce) {
        const batch = unread.slice(at, at + filesAtOnce);
        const found = await Promise.all(batch.map(uri => this.#headOf(uri, texts)));
        for (const [index, uri] of batch.entries()) heads.set(uri, found[index]);
      }
    };
    const isPromising = (files: readonly string[]): boolean =>
      files.some(uri => {
        const head = heads.get(uri);
        return head !== undefined && looksLikeAgent(head);
      });
    const folders = foldersOf(folder, uris);
    await read([
      ...named,
      ...folders.flatMap(({ files, hasRole }) => sampleOf(files, hasRole ? sampled : 1)),
    ]);
    if (isPromising([...heads.keys()])) {
      await read(folders.flatMap(({ files }) => sampleOf(files, sampled)));
      await read(folders.filter(({ files }) => isPromising(files)).flatMap(({ files }) => files));
    }
    const known = this.#roots.get(folderPathOf(root));
    const others = [...(known?.heads ?? [])].filter(([path]) => !path.startsWith(folderPathOf(folder)));
    const found = [...heads.values()].flatMap(head => (head ? [[head.path, head] as const] : []));
    this.#roots.set(folderPathOf(root), {
      heads: new Map([...others, ...found]),
      named: new Set([...(known?.named ?? []), ...named.map(pathOf)]),
    });
    this.#collect();
  }

  /** Reads created, changed or deleted files (URIs) again; `isCandidate` is false for one that is left alone. */
  async update(uris: readonly string[], isCandidate: (uri: string) => boolean): Promise<void> {
    let isChanged = false;
    for (const uri of uris) {
      const path = pathOf(uri);
      const [root, found] = [...this.#roots].find(([folder]) => path.startsWith(folder)) ?? [];
      if (root === undefined || !found) continue;
      const mayBe = mayBeCollected(path.slice(root.length), roleNames()) && isCandidate(uri);
      // A link may lead anywhere, which `read` follows only within the open folders.
      const text = mayBe ? await this.fileSystem.read(uri) : undefined;
      const after = text === undefined ? undefined : headOf(path, text);
      isChanged ||= signsOf(found.heads.get(path)) !== signsOf(after);
      if (after) found.heads.set(path, after);
      else found.heads.delete(path);
    }
    if (isChanged) this.#collect();
  }

  /** Forgets a searched folder (its path, with `/` at the end). */
  forget(folder: string): void {
    if (this.#roots.delete(folder)) this.#collect();
  }

  #collect(): void {
    const all = [...this.#roots].flatMap(([root, { heads, named }]) =>
      heads.size === 0 ? [] : collectedFiles(root, [...heads.values()], named),
    );
    this.#files = new Map(all.map(file => [file.path, file]));
  }

  async #headOf(uri: string, texts?: SearchOptions['texts']): Promise<FileHead | undefined> {
    const text = texts?.get(uri) ?? (await this.fileSystem.readHead(uri));
    return text === undefined ? undefined : headOf(pathOf(uri), text);
  }
}

/** The candidates among files, by their folders. */
function foldersOf(root: string, uris: readonly string[]) {
  const above = folderPathOf(root);
  const folders = new Map<string, { readonly files: string[]; readonly hasRole: boolean }>();
  const excluded = new Set<string>();
  for (const uri of uris) {
    const end = uri.lastIndexOf('/') + 1;
    const folder = uri.slice(0, end);
    if (excluded.has(folder)) continue;
    if (!folders.has(folder)) {
      const below = pathOf(folder).slice(above.length);
      if (!mayHoldCollection(below, roleNames())) {
        excluded.add(folder);
        continue;
      }
      const hasRole = below.split('/').some(name => roleNames().has(name));
      folders.set(folder, { files: [], hasRole });
    }
    if (mayBeInCollection(uri.slice(end))) folders.get(folder)!.files.push(uri);
  }
  return [...folders.values()];
}

/** What a head says of the tool: all but the texts. */
function signsOf(head: FileHead | undefined): string {
  if (!head) return '';
  const values = [...head.keys].filter(([key]) => key !== 'name' && key !== 'description');
  return JSON.stringify([head.isRegular, looksLikeAgent(head), head.keys.has('name'), values]);
}

/** A number of files from all over a list. */
function sampleOf(files: readonly string[], size: number): readonly string[] {
  if (files.length <= size) return files;
  if (size === 1) return [files[files.length >> 1]!];
  return Array.from({ length: size }, (_, at) => files[Math.round((at * (files.length - 1)) / (size - 1))]!);
}
