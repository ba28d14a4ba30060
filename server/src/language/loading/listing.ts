import { AgentDocument } from '../document/agentDocument.ts';
import type { EnvironmentFile, EnvironmentPlugin } from './effective.ts';
import type { Loader, LoadResult } from './loader.ts';

/** How much of an entry's description the model is given. */
export type Sent = 'whole' | 'cut' | 'nameOnly' | 'omitted';

/** A skill or command that competes for a place in the listing. */
export interface ListedEntry {
  /** The path of its file below the project's folder, as it was given. */
  readonly path: string;
  /** The name in the listing. */
  readonly name: string;
  /** The name of its folder or file, by which settings and usage name it. */
  readonly id: string;
  /** What the listing says of it, before anything is cut. */
  readonly description: string;
  readonly kind: 'skill' | 'command';
  /** `plugin` with the name of the plugin in `plugin`. */
  readonly scope: 'user' | 'project' | 'plugin';
  readonly plugin?: string;
}

/** What a listing depends on besides its entries. */
export interface ListingOptions {
  /** The model of the conversation, as an alias or an id; the tool's default if absent. */
  readonly model?: string | undefined;
  /** The budget, in the tool's unit, in place of the one that follows from model and settings. */
  readonly budget?: number | undefined;
  /** True to leave out what the tool brings itself. */
  readonly withoutBundled?: boolean | undefined;
  /** The texts of the project's settings, later ones before earlier ones. */
  readonly settings?: readonly string[] | undefined;
  /** How often each entry was used, and how many days ago it was last, by `id`. */
  readonly usage?: ReadonlyMap<string, { readonly count: number; readonly days?: number }> | undefined;
}

/** An entry as the model is given it. */
export interface SentEntry {
  readonly path: string;
  readonly name: string;
  readonly sent: Sent;
  /** The line of the listing; `null` if it is omitted. */
  readonly line: string | null;
  /** What the entry costs when it is sent whole, in the tool's unit. */
  readonly size: number;
  /** How many UTF-16 units of the description are sent, where it is cut. */
  readonly kept?: number;
  /** True if it loses something because the budget is too small. */
  readonly isOverBudget?: true;
}

/** A listing as the model is given it. */
export interface Listing {
  /** The id of the model. */
  readonly model: string;
  /** What the lines may take together; `null` without a limit. */
  readonly budget: number | null;
  /** What they would take if none was shortened. */
  readonly total: number;
  /** What both are counted in: "columns". */
  readonly unit: string;
  /** In the order of the listing, without what the tool brings itself. */
  readonly entries: readonly SentEntry[];
  /** How many entries lose at least a part of their description because the budget is too small. */
  readonly dropped: number;
  /** What would make all of them fit, an imperative; absent where they do. */
  readonly advice?: string;
  /** What would do so besides shorter descriptions, an imperative. */
  readonly alternative?: string;
  /** What the tool brings itself: how many entries, and what they take of the total. */
  readonly bundled: { readonly count: number; readonly size: number };
}

/** A file that may have an entry. */
export interface ListedFile {
  /** The path below the project's or the plugin's folder. */
  readonly path: string;
  readonly document: AgentDocument;
  /** How a loader reads the file. */
  load(loader: Loader): LoadResult;
}

/** A file that may have an entry, from its text. */
export function listedFile({ path, text }: EnvironmentFile): ListedFile {
  const document = AgentDocument.of(text, `file:///${path}`);
  return { path, document, load: loader => loader.load({ document, path: `/${path}` }) };
}

/** A model that stands for all whose window is as large. */
export interface WindowModel {
  /** The size of its window, as it can be set in place of a model: `200k`. */
  readonly window: string;
  readonly model: string;
}

/** How a tool lists the skills and commands of a project for the model. */
export interface SkillListing {
  /** The name of the tool on the command line. */
  readonly target: string;
  /** The name as its vendor writes it. */
  readonly title: string;
  /** The release that was recorded, and when: "2.1.329, recorded 2026-11-29". */
  readonly evidence: string;
  /** Globs of the files below the project's folder. */
  readonly files: readonly string[];
  /** Globs of the files below the folder of a plugin. */
  readonly pluginFiles: readonly string[];
  /** The files with settings below the project's folder, the first counts least. */
  readonly settings: readonly string[];
  /** The models whose listings differ, that of the default first; none where the model does not matter. */
  readonly windows: readonly WindowModel[];
  /** True where every description is sent whole. */
  readonly isUnlimited?: true;
  /** The entry of a file; `undefined` where the model is not told of it. `plugin` is the name of its plugin. */
  entryOf(file: ListedFile, plugin?: string): ListedEntry | undefined;
  /** The names of the plugins that a project's settings turn on; absent where a tool's way with them is not known. */
  enabledPlugins?(settings: readonly string[]): ReadonlySet<string>;
  /** The entries without those that other files, such as the settings, withhold from the model. */
  withoutWithheld?(
    entries: readonly ListedEntry[],
    files: readonly EnvironmentFile[],
  ): readonly ListedEntry[];
  /** The entries of the files of a project and its plugins, in any order. */
  read(files: readonly EnvironmentFile[], plugins: readonly EnvironmentPlugin[]): readonly ListedEntry[];
  /** The listing as it is sent. */
  list(entries: readonly ListedEntry[], options: ListingOptions): Listing;
}

/** The model that a setting names, which may be the size of a window instead. */
export function modelOf({ windows }: SkillListing, written: string | undefined): string | undefined {
  return windows.find(({ window }) => window === written?.toLowerCase())?.model ?? written;
}
