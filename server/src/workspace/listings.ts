import { FileListing } from '../language/fileListing.ts';
import type { Snapshot } from '../language/snapshot.ts';
import type { BoundedFileSystem } from './fileSystem.ts';
import { pathOf, uriOfPath } from './uris.ts';

/** With more files, matching a pattern that is being typed would take too long. */
const mostFiles = 20_000;
/** For so many milliseconds a listing is not renewed. */
const freshFor = 10_000;

/** The files of the folders whose instructions depend on the files at hand, listed when such a file is open. */
export class Listings {
  #known: ReadonlyMap<string, FileListing> = new Map();
  readonly #listedAt = new Map<string, number>();
  /** By folder: its paths, to tell whether anything has changed. */
  readonly #texts = new Map<string, string>();

  constructor(
    private readonly fileSystem: BoundedFileSystem,
    private readonly isWithin: (path: string) => boolean,
    private readonly now: () => number = Date.now,
  ) {}

  /** The listings by folder; another object whenever one has changed. */
  get known(): ReadonlyMap<string, FileListing> {
    return this.#known;
  }

  /** Lists the files on which the instructions of a snapshot depend, unless that was done a moment ago. */
  async update({ load: { scope }, document }: Snapshot): Promise<void> {
    if (!scope?.patterns || !this.isWithin(`${scope.folder}/`)) return;
    const { folder } = scope;
    const at = this.now();
    if (at - (this.#listedAt.get(folder) ?? -freshFor) < freshFor) return;
    this.#listedAt.set(folder, at);
    const uri = uriOfPath(folder, document.uri);
    const found = await this.fileSystem.find(uri, ['**/*']);
    const paths = found.map(file => pathOf(file.uri).slice(folder.length + 1)).sort();
    const own = paths.filter(path => !path.startsWith('.git/'));
    const text = own.length > mostFiles ? '' : own.join('\n');
    if (this.#texts.get(folder) === text) return;
    this.#texts.set(folder, text);
    const known = new Map(this.#known);
    if (text === '') known.delete(folder);
    else known.set(folder, new FileListing(own));
    this.#known = known;
  }
}
