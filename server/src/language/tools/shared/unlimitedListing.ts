import {
  type ListedEntry,
  type ListedFile,
  type Listing,
  type ListingOptions,
  listedFile,
  type SkillListing,
} from '../../loading/listing.ts';
import type { LoadResult } from '../../loading/loader.ts';

/** What differs between tools that send every description whole. */
interface Unlimited extends Pick<SkillListing, 'target' | 'title' | 'evidence' | 'files'> {
  /** How the tool reads a skill; `undefined` for what is not one. */
  read(file: ListedFile): Pick<LoadResult, 'loads' | 'name' | 'description'> | undefined;
}

/** The listing of a tool without a budget: name and description of each skill, as they are written. */
export function unlimitedListing({ read, ...tool }: Unlimited): SkillListing {
  const entryOf = (file: ListedFile): ListedEntry | undefined => {
    const { loads, name, description } = read(file) ?? { loads: false };
    if (!loads || typeof name !== 'string') return undefined;
    const { path } = file;
    return { path, id: name, name, description: description ?? '', kind: 'skill', scope: 'project' };
  };
  return {
    ...tool,
    pluginFiles: [],
    settings: [],
    windows: [],
    isUnlimited: true,
    entryOf,
    read: files => files.flatMap(file => entryOf(listedFile(file)) ?? []),
    list,
  };
}

function list(entries: readonly ListedEntry[], options: ListingOptions): Listing {
  const sorted = [...entries].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const sent = sorted.map(({ path, name, description }) => {
    const line = description === '' ? name : `${name}: ${description}`;
    return { path, name, sent: description === '' ? 'nameOnly' : 'whole', line, size: line.length } as const;
  });
  return {
    model: options.model ?? 'any model',
    budget: null,
    total: sent.reduce((sum, { size }) => sum + size, 0),
    unit: 'characters',
    entries: sent,
    dropped: 0,
    bundled: { count: 0, size: 0 },
  };
}
