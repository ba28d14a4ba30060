import { readFileSync, statSync } from 'node:fs';
import { toConfigurationDiagnostics } from '../language/features/lspDiagnostics.ts';
import { AncestorConfiguration } from '../workspace/ancestorConfiguration.ts';
import { filePathOf } from '../workspace/nodeFileSystem.ts';
import type { Projects } from '../workspace/projects.ts';

/** A configuration file with errors. */
export interface InvalidConfiguration {
  /** Its absolute path. */
  readonly file: string;
  readonly diagnostics: ReturnType<typeof toConfigurationDiagnostics>;
}

/** Reads the configuration files and plugin manifests in the folders of the files and above. */
export class Configurations {
  readonly found: InvalidConfiguration[] = [];
  readonly #ancestors = new AncestorConfiguration(isFile);

  /** Adds what it finds to `projects`. */
  constructor(readonly projects: Projects) {}

  /** Reads what applies to the files in a folder (URI). */
  async readAbove(folder: string): Promise<void> {
    if (this.#ancestors.isKnown(folder)) return;
    const { configurations, manifests } = await this.#ancestors.findAbove(folder);
    for (const uri of manifests) this.projects.addPlugin(uri, readFileSync(filePathOf(uri), 'utf8'));
    for (const uri of configurations) this.#read(uri);
  }

  #read(uri: string): void {
    const file = filePathOf(uri);
    const text = readFileSync(file, 'utf8');
    const errors = this.projects.update(uri, text);
    if (errors.length === 0) return;
    this.found.push({ file, diagnostics: toConfigurationDiagnostics(text, errors) });
  }
}

function isFile(uri: string): boolean {
  try {
    return statSync(filePathOf(uri), { throwIfNoEntry: false })?.isFile() ?? false;
  } catch {
    // Folders above may not be accessible.
    return false;
  }
}
