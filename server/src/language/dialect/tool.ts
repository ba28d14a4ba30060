import type { AlwaysLoaded } from '../loading/alwaysLoaded.ts';
import type { SkillListing } from '../loading/listing.ts';
import type { Switches } from '../loading/switches.ts';
import type { Dialect } from './dialect.ts';

/** One released tool that reads agent files: a folder of `tools/`, and a line of its index. */
export interface Tool {
  /** The name of its folder. */
  readonly id: string;
  /** The name as its vendor writes it. */
  readonly title: string;
  /** The kinds of file that it reads. Of one kind, the principal dialect comes first. */
  readonly dialects: readonly Dialect[];
  /** How it lists skills and commands for the model, where that was recorded. */
  readonly listing?: SkillListing;
  /** What it sends in every session, where that is known. */
  readonly alwaysLoaded?: AlwaysLoaded;
  /** How the settings of a project turn off what files define, where that is known. */
  readonly switches?: Switches;
}
