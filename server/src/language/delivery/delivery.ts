import type { ListedEntry, Listing, SentEntry, SkillListing } from '../loading/listing.ts';

/** The entry of a file in the listing of one tool. */
export interface ListedIn {
  readonly listing: SkillListing;
  /** The path of the project's or the plugin's folder, with `/` at the end. */
  readonly folder: string;
  /** The name of the file's plugin. */
  readonly plugin?: string;
  readonly entry: ListedEntry;
  /** True where other tools read the file too, and who uses which is not known. */
  readonly isOneOfSeveral: boolean;
}

/** What the model is given of a file by one tool. */
export interface Delivery {
  readonly listing: SkillListing;
  /** The size of the window for which that holds, if it is not that of the default model or a chosen one. */
  readonly window?: string;
  readonly sent: Listing;
  readonly entry: SentEntry;
  readonly description: string;
  /** The names of others of which the model is given the same description. */
  readonly alike: readonly string[];
  /** True where other tools read the file too, and who uses which is not known. */
  readonly isOneOfSeveral: boolean;
}

/** With more entries, what is said of each file that loses something must not change with each edit of one of them. */
const fewEntries = 200;

/** What would make all descriptions fit, with a rounded number where there are many; `undefined` where they do. */
export function adviceFor({
  dropped,
  total,
  budget,
  unit,
  entries,
  alternative,
}: Listing): string | undefined {
  const excess = total - (budget ?? total);
  if (dropped === 0 || excess <= 0) return undefined;
  const isExact = entries.length <= fewEntries;
  const step = isExact ? 1 : 10 ** Math.max(0, Math.floor(Math.log10(excess)) - 1);
  const number = (Math.ceil(excess / step) * step).toLocaleString('en');
  const save = `Shorten descriptions by ${isExact ? '' : 'about '}${number} ${unit} in all`;
  return alternative === undefined ? save : `${save}, or ${alternative}`;
}
