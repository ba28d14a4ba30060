import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unreadableConfiguration } from '../language/configuration.ts';
import { toConfigurationDiagnostics } from '../language/features/lspDiagnostics.ts';
import { AncestorConfiguration } from '../workspace/ancestorConfiguration.ts';
import { boundedBy } from '../workspace/fileSystem.ts';
import { GitIgnore } from '../workspace/gitIgnore.ts';
import { filePathOf, nodeFileSystem } from '../workspace/nodeFileSystem.ts';
import type { Projects } from '../workspace/projects.ts';
import { readRegularFile } from '../workspace/regularFile.ts';
import { repositoriesAround } from './importedFiles.ts';

/** A configuration file with errors. */
export interface InvalidConfiguration {
  /** Its absolute path. */
  readonly file: string;
  readonly diagnostics: ReturnType<typeof toConfigurationDiagnostics>;
}

/** Reads the configuration files and plugin manifests in the folders of the files and above. */
export class Configurations {
  readonly found: InvalidConfiguration[] = [];
  /** What git ignores in the folders read so far. */
  readonly gitIgnore = new GitIgnore(uri => {
    const within = (): string[] => repositoriesAround([dirname(filePathOf(uri))]);
    return boundedBy(nodeFileSystem, within).read(uri);
  });
  readonly #ancestors = new AncestorConfiguration(exists);

  /** Adds what it finds to `projects`. */
  constructor(readonly projects: Projects) {}

  /** Reads what applies to the files in a folder (URI). */
  async readAbove(folder: string): Promise<void> {
    if (this.#ancestors.isKnown(folder)) return;
    const { configurations, manifests, ignoreFiles, repository } = await this.#ancestors.findAbove(folder);
    if (repository !== undefined) await this.gitIgnore.addRepository(repository);
    for (const uri of ignoreFiles) this.gitIgnore.update(uri, this.#tryRead(filePathOf(uri)) ?? '');
    for (const uri of manifests) this.projects.addPlugin(uri, this.#tryRead(filePathOf(uri)));
    for (const uri of configurations) this.#read(uri);
  }

  /** The text of a file; `undefined`, and an error of that file, when it cannot be read. */
  #tryRead(file: string): string | undefined {
    try {
      const [root = dirname(file)] = repositoriesAround([dirname(file)]);
      return readRegularFile(file, fileURLToPath(root));
    } catch (error) {
      const errors = [unreadableConfiguration((error as Error).message)];
      this.found.push({ file, diagnostics: toConfigurationDiagnostics('', errors) });
      return undefined;
    }
  }

  #read(uri: string): void {
    const file = filePathOf(uri);
    const text = this.#tryRead(file) ?? '';
    const errors = this.projects.update(uri, text);
    if (errors.length === 0) return;
    this.found.push({ file, diagnostics: toConfigurationDiagnostics(text, errors) });
  }
}

/** Whether there is anything at a path. What it is shows when it is read. */
function exists(uri: string): boolean {
  return existsSync(filePathOf(uri));
}
