import { configurationFileName } from '../language/configuration.ts';
import { pluginManifests } from '../language/fileKinds.ts';
import { ignoreFileName } from './gitIgnore.ts';
import { fileKeyOf, parentOf } from './uris.ts';

/** Whether a file exists. */
type IsFile = (uri: string) => boolean | Promise<boolean>;

/** The files found (URIs). */
export interface FoundAncestorConfiguration {
  readonly configurations: readonly string[];
  /** Plugin manifests. */
  readonly manifests: readonly string[];
  /** Files that say what git ignores. */
  readonly ignoreFiles: readonly string[];
  /** The root folder of the repository, if the search reached it now. */
  readonly repository: string | undefined;
}

/**
 * Discovers the configuration files, plugin manifests and `.gitignore` files in the folders above a file. Searches each folder once.
 */
export class AncestorConfiguration {
  readonly #seen = new Set<string>();

  constructor(private readonly isFile: IsFile) {}

  /** Whether a folder (URI), and with it everything above, has been searched. */
  isKnown(folder: string): boolean {
    return this.#seen.has(fileKeyOf(folder));
  }

  /** Returns new findings in a folder (URI) and in those above it, up to the root of the repository. */
  async findAbove(folder: string): Promise<FoundAncestorConfiguration> {
    const configurations: string[] = [];
    const manifests: string[] = [];
    const ignoreFiles: string[] = [];
    let repository: string | undefined;
    for (let at = folder; !this.isKnown(at); at = parentOf(at)) {
      this.#seen.add(fileKeyOf(at));
      configurations.push(...(await this.#existing(at, [configurationFileName])));
      manifests.push(...(await this.#existing(at, pluginManifests())));
      ignoreFiles.push(...(await this.#existing(at, [ignoreFileName])));
      // In a worktree and in a submodule `.git` is a file.
      if ((await this.#existing(at, ['.git/HEAD', '.git'])).length > 0) {
        repository = at;
        break;
      }
    }
    return { configurations, manifests, ignoreFiles, repository };
  }

  /** The files among `names` that exist in a folder. */
  async #existing(folder: string, names: readonly string[]): Promise<string[]> {
    const existing: string[] = [];
    for (const name of names) if (await this.isFile(`${folder}/${name}`)) existing.push(`${folder}/${name}`);
    return existing;
  }
}
