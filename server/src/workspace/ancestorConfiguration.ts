import { configurationFileName } from '../language/configuration.ts';
import { pluginManifests } from '../language/tools/index.ts';
import { fileKeyOf, parentOf } from './uris.ts';

/** Whether there is a file of a URI. */
type IsFile = (uri: string) => boolean | Promise<boolean>;

/** What was found in some folders (URIs). */
export interface FoundAncestorConfiguration {
  readonly configurations: readonly string[];
  /** The files that make their folders bundles. */
  readonly manifests: readonly string[];
}

/**
 * Finds what holds for files from above: configurations, and what makes a folder around them a bundle. Looks into each
 * folder once.
 */
export class AncestorConfiguration {
  readonly #seen = new Set<string>();

  constructor(private readonly isFile: IsFile) {}

  /** Whether there is anything left to look for above a folder (URI). */
  isKnown(folder: string): boolean {
    return this.#seen.has(fileKeyOf(folder));
  }

  /** What lies in a folder (URI) and in those above it, up to the root of the repository, and was not found before. */
  async findAbove(folder: string): Promise<FoundAncestorConfiguration> {
    const configurations: string[] = [];
    const manifests: string[] = [];
    for (let at = folder; !this.isKnown(at); at = parentOf(at)) {
      this.#seen.add(fileKeyOf(at));
      configurations.push(...(await this.#existing(at, [configurationFileName])));
      manifests.push(...(await this.#existing(at, pluginManifests())));
      // In a worktree and in a submodule `.git` is a file.
      if ((await this.#existing(at, ['.git/HEAD', '.git'])).length > 0) break;
    }
    return { configurations, manifests };
  }

  /** Those of some files below a folder that there are. */
  async #existing(folder: string, names: readonly string[]): Promise<string[]> {
    const existing: string[] = [];
    for (const name of names) if (await this.isFile(`${folder}/${name}`)) existing.push(`${folder}/${name}`);
    return existing;
  }
}
