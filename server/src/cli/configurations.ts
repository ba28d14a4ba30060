import { readFileSync, statSync } from 'node:fs';
import { toConfigurationDiagnostics } from '../language/features/lspDiagnostics.ts';
import { AncestorConfiguration } from '../workspace/ancestorConfiguration.ts';
import { filePathOf } from '../workspace/nodeFileSystem.ts';
import type { Projects } from '../workspace/projects.ts';

/** A configuration file with what is at fault in it. */
export interface InvalidConfiguration {
  /** Its absolute path. */
  readonly file: string;
  readonly diagnostics: ReturnType<typeof toConfigurationDiagnostics>;
}

/** Reads what holds for the files at hand in their folder and its parents. */
export class Configurations {
  readonly found: InvalidConfiguration[] = [];
  readonly #surroundings = new AncestorConfiguration(isFile);

  /** Tells `projects` what it finds. */
  constructor(readonly projects: Projects) {}

  /** Reads what may hold for what lies in a folder (URI). */
  async readAbove(folder: string): Promise<void> {
    if (this.#surroundings.isKnown(folder)) return;
    const { configurations, manifests } = await this.#surroundings.findAbove(folder);
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
    // Above us are folders that are not ours to look into.
    return false;
  }
}
