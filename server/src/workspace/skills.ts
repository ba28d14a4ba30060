import { adviceFor, type Delivery } from '../language/delivery/delivery.ts';
import { listedIn } from '../language/delivery/listedIn.ts';
import { SkillCatalog } from '../language/delivery/skillCatalog.ts';
import { globMatcher } from '../language/dialect/glob.ts';
import type { EnvironmentFile } from '../language/loading/effective.ts';
import type { SkillListing } from '../language/loading/listing.ts';
import type { Snapshot } from '../language/snapshot.ts';
import { tools } from '../language/tools/index.ts';
import { readProjectFiles } from './environments.ts';
import type { BoundedFileSystem } from './fileSystem.ts';
import { uriOfPath } from './uris.ts';

/** What the models are given of skills and commands: their entries, and the settings that are read for them. */
export class Skills {
  /** Whether entries or settings have changed since `takeChanged`. */
  isStale = false;
  readonly #catalog = new SkillCatalog();
  /** What was last said of a file (URI) because of others. */
  readonly #told = new Map<string, string>();

  /** `modelFor` returns the model that the users of a file (URI) have, or the size of its window. */
  constructor(
    private readonly fileSystem: Pick<BoundedFileSystem, 'find' | 'read'>,
    public modelFor: (uri: string) => string | undefined = () => undefined,
  ) {}

  /** Adds a file, or replaces its entries. */
  add(snapshot: Snapshot): void {
    if (this.#catalog.set(snapshot.document.uri, listedIn(snapshot))) this.isStale = true;
  }

  /** Removes a file (URI). */
  remove(uri: string): void {
    this.#told.delete(uri);
    if (this.#catalog.set(uri, [])) this.isStale = true;
  }

  /** What the models are given of a file (URI). */
  of(uri: string): readonly Delivery[] {
    return this.#catalog.of(uri, this.modelFor(uri));
  }

  /** Why the model is not told of a file (URI) that has an entry, as `SkillCatalog.withheldBy`. */
  withheldBy(uri: string): ReturnType<SkillCatalog['withheldBy']> {
    return this.#catalog.withheldBy(uri, this.modelFor(uri));
  }

  /** Whether there is something to say of a file (URI) because of others. */
  isConcerned(uri: string): boolean {
    return this.#summaryOf(uri) !== undefined;
  }

  /** Reads the settings of the projects whose settings have not been read yet. */
  async readFiles(): Promise<void> {
    for (const { folder, listing, isRead } of [...this.#catalog.folders()]) {
      if (isRead) continue;
      const [near = ''] = this.#catalog.uris;
      this.#catalog.setFiles(listing, folder, await this.#filesOf(listing, folder, near));
      this.isStale = true;
    }
  }

  /** Drops the settings that lie at paths, or below them, which have changed. */
  forgetFiles(paths: ReadonlySet<string>): void {
    for (const { folder, listing } of [...this.#catalog.folders()]) {
      const matchers = otherFiles(listing).map(globMatcher);
      const isOne = (path: string): boolean =>
        path.startsWith(folder) && matchers.some(matches => matches(path.slice(folder.length)));
      if (![...paths].some(isOne)) continue;
      this.#catalog.setFiles(listing, folder, undefined);
      this.isStale = true;
    }
  }

  /** Remembers that what the models are given of a file (URI) has been said. */
  tell(uri: string): void {
    const what = this.#summaryOf(uri);
    if (what === undefined) this.#told.delete(uri);
    else this.#told.set(uri, what);
  }

  /** Returns the files (URIs) of which something else is to be said than before. */
  takeChanged(): string[] {
    this.isStale = false;
    return this.#catalog.uris.filter(uri => this.#summaryOf(uri) !== this.#told.get(uri));
  }

  /** What is said of a file because of others. */
  #summaryOf(uri: string): string | undefined {
    const said = this.of(uri).filter(
      ({ entry, alike }) => entry.isOverBudget || entry.sent === 'cut' || alike.length > 0,
    );
    if (said.length === 0) return undefined;
    const parts = said.map(({ listing, window, entry, sent, alike }) => [
      alike,
      listing.target,
      window,
      entry.sent,
      entry.kept,
      sent.dropped,
      sent.entries.length,
      sent.budget,
      entry.isOverBudget && adviceFor(sent),
    ]);
    return parts.join();
  }

  async #filesOf(listing: SkillListing, folder: string, near: string): Promise<EnvironmentFile[]> {
    const names = otherFiles(listing);
    const files = names.some(isGlob)
      ? await readProjectFiles(this.fileSystem, folder, near, names.filter(isGlob))
      : [];
    for (const path of names.filter(name => !isGlob(name))) {
      const text = await this.fileSystem.read(uriOfPath(folder + path, near));
      if (text !== undefined) files.push({ path, text });
    }
    return files;
  }
}

/** The files besides skills and commands, below a project's folder, on which a listing depends. */
function otherFiles({ settings, files }: SkillListing): string[] {
  return [...settings, ...files.filter(glob => !glob.endsWith('.md'))];
}

function isGlob(name: string): boolean {
  return name.includes('*');
}

/** The globs of the files on which listings depend, to watch. */
export function listingGlobs(): string[] {
  const all = tools.flatMap(({ listing }) => (listing ? otherFiles(listing) : []));
  return [...new Set(all)].map(name => `**/${name}`);
}
