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
