import type { EnvironmentFile } from '../loading/effective.ts';
import {
  type ListedEntry,
  type Listing,
  modelOf,
  type SentEntry,
  type SkillListing,
} from '../loading/listing.ts';
import type { Delivery, ListedIn } from './delivery.ts';

/** The entries of one listing. */
interface Group {
  readonly listing: SkillListing;
  readonly folder: string;
  readonly plugin: string | undefined;
  readonly entries: Map<string, ListedEntry>;
  /** The settings, and what else says who is told of the skills; `undefined` until they are read. */
  files: readonly EnvironmentFile[] | undefined;
  readonly results: Map<string, Result>;
}

interface Result {
  readonly sent: Listing;
  /** By the path of the file. */
  readonly entries: ReadonlyMap<string, SentEntry>;
  /** The entries by the description that is sent of them; those of which none is are left out. */
  readonly bySent: ReadonlyMap<string, readonly SentEntry[]>;
}

/**
 * The skills and commands of all projects, and what the models are given of them. A listing is made when somebody asks
 * for it, once for each change of an entry.
 */
export class SkillCatalog {
  readonly #files = new Map<string, readonly ListedIn[]>();
  readonly #groups = new Map<string, Group>();

  /** Adds a file (URI) with its entries, or replaces them. Returns true if a listing may be another one. */
  set(uri: string, listed: readonly ListedIn[]): boolean {
    const before = this.#files.get(uri) ?? [];
    if (before.length === 0 && listed.length === 0) return false;
    if (JSON.stringify(before.map(essence)) === JSON.stringify(listed.map(essence))) return false;
    for (const each of before) this.#groupOf(each).entries.delete(each.entry.path);
    for (const each of listed) this.#groupOf(each).entries.set(each.entry.path, each.entry);
    for (const each of before) if (this.#groupOf(each).entries.size === 0) this.#groups.delete(keyOf(each));
    if (listed.length > 0) this.#files.set(uri, listed);
    else this.#files.delete(uri);
    for (const { listing } of [...before, ...listed]) this.#forget(listing);
    return true;
  }

  /** The folders (paths) of projects with skills, how these are listed, and whether their settings were read. */
  *folders(): Generator<{
    readonly folder: string;
    readonly listing: SkillListing;
    readonly isRead: boolean;
  }> {
    for (const { folder, listing, plugin, files } of this.#groups.values())
      if (plugin === undefined) yield { folder, listing, isRead: files !== undefined };
  }

  /** Sets the files besides those with entries on which the listing of a project's folder depends; `undefined`: to be read. */
  setFiles(listing: SkillListing, folder: string, files: readonly EnvironmentFile[] | undefined): void {
    const group = this.#groups.get(keyOf({ listing, folder }));
    if (!group) return;
    group.files = files;
    this.#forget(listing);
  }

  /** The files (URIs) with entries. */
  get uris(): readonly string[] {
    return [...this.#files.keys()];
  }

  /** What the models are given of a file (URI); `model` is the one that its users have, or the size of its window. */
  of(uri: string, model?: string): readonly Delivery[] {
    return (this.#files.get(uri) ?? []).flatMap(({ listing, folder, plugin, entry, isOneOfSeveral }) => {
      const own = this.#groups.get(keyOf({ listing, folder }))!;
      const group = (plugin !== undefined && this.#projectWith(own)) || own;
      if (group.files === undefined) return [];
      const path = plugin === undefined || group === own ? entry.path : folder + entry.path;
      const chosen = modelOf(listing, model);
      const models =
        chosen !== undefined || listing.windows.length === 0 ? [{ model: chosen }] : listing.windows;
      const found: Delivery[] = [];
      for (const [at, each] of models.entries()) {
        const delivery = this.#delivery(group, each.model, path, entry, isOneOfSeveral);
        if (!delivery) continue;
        found.push(at > 0 && 'window' in each ? { ...delivery, window: each.window } : delivery);
        // With a smaller window it loses it too.
        if (delivery.entry.isOverBudget) break;
      }
      return found;
    });
  }

  #delivery(
    group: Group,
    model: string | undefined,
    path: string,
    { description }: ListedEntry,
    isOneOfSeveral: boolean,
  ): Delivery | undefined {
    const { sent, entries, bySent } = this.#resultOf(group, model);
    const entry = entries.get(path);
    if (!entry) return undefined;
    const same = bySent.get(sentOf(entry, description)) ?? [];
    // Two of one name are copies for several tools, or a duplicate.
    const alike = same.filter(({ name }) => name !== entry.name).map(({ name }) => name);
    return { listing: group.listing, sent, entry, description, alike, isOneOfSeveral };
  }

  /**
   * Why the model is not told of a file (URI) that has an entry: the path of the file of the same name that is listed
   * instead, or `settings`. `undefined` where it is told of it, or that is not known.
   */
  withheldBy(uri: string, model?: string): { readonly path: string } | 'settings' | undefined {
    if (this.of(uri, model).length > 0) return undefined;
    for (const { listing, folder, entry } of this.#files.get(uri) ?? []) {
      const group = this.#groups.get(keyOf({ listing, folder }))!;
      if (group.files === undefined) continue;
      const { sent } = this.#resultOf(group, modelOf(listing, model));
      const same = sent.entries.find(({ name }) => name === entry.id);
      return same ? { path: same.path } : 'settings';
    }
    return undefined;
  }

  #groupOf({ listing, folder, plugin }: Pick<ListedIn, 'listing' | 'folder' | 'plugin'>): Group {
    const key = keyOf({ listing, folder });
    let group = this.#groups.get(key);
    if (!group) {
      group = {
        listing,
        folder,
        plugin,
        entries: new Map(),
        files: plugin === undefined ? undefined : [],
        results: new Map(),
      };
      this.#groups.set(key, group);
    }
    return group;
  }

  #forget(listing: SkillListing): void {
    for (const group of this.#groups.values()) if (group.listing === listing) group.results.clear();
  }

  /** The project whose settings turn a plugin on that lies in its folder. */
  #projectWith({ listing, folder, plugin }: Group): Group | undefined {
    if (!listing.enabledPlugins) return undefined;
    return [...this.#groups.values()].find(
      group =>
        group.listing === listing &&
        group.plugin === undefined &&
        folder.startsWith(group.folder) &&
        listing.enabledPlugins!(settingsOf(group)).has(plugin!),
    );
  }

  #resultOf(group: Group, model: string | undefined): Result {
    const before = group.results.get(model ?? '');
    if (before) return before;
    const { listing, files = [] } = group;
    const own = [...group.entries.values()];
    const entries = [...(listing.withoutWithheld?.(own, files) ?? own), ...this.#enabledIn(group)];
    const sent = listing.list(entries, { model, settings: settingsOf(group) });
    const known = new Map(entries.map(({ path, description }) => [path, description]));
    const bySent = new Map<string, SentEntry[]>();
    for (const entry of sent.entries) {
      const text = sentOf(entry, known.get(entry.path) ?? '');
      const same = bySent.get(text);
      if (text !== '') same ? same.push(entry) : bySent.set(text, [entry]);
    }
    const result = { sent, entries: new Map(sent.entries.map(entry => [entry.path, entry])), bySent };
    group.results.set(model ?? '', result);
    return result;
  }

  #enabledIn(group: Group): ListedEntry[] {
    const { listing, folder } = group;
    if (group.plugin !== undefined || !listing.enabledPlugins) return [];
    const enabled = listing.enabledPlugins(settingsOf(group));
    if (enabled.size === 0) return [];
    return [...this.#groups.values()].flatMap(other =>
      other.listing === listing && enabled.has(other.plugin ?? '') && other.folder.startsWith(folder)
        ? [...other.entries.values()].map(entry => ({ ...entry, path: other.folder + entry.path }))
        : [],
    );
  }
}

/** As much of a description as is sent. */
function sentOf({ sent, kept }: SentEntry, description: string): string {
  return sent === 'whole' ? description : sent === 'cut' ? description.slice(0, kept) : '';
}

function keyOf({ listing, folder }: Pick<ListedIn, 'listing' | 'folder'>): string {
  return `${listing.target}\n${folder}`;
}

function essence({ listing, folder, plugin, entry }: ListedIn): unknown {
  return [listing.target, folder, plugin, entry];
}

/** The settings, those that count least first. */
function settingsOf({ listing, files = [] }: Group): string[] {
  return listing.settings.flatMap(name => files.find(({ path }) => path === name)?.text ?? []);
}
