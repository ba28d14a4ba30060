import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { configurationFileName } from '../language/configuration.ts';
import { bundleMarkers } from '../language/dialects/index.ts';
import { toConfigurationDiagnostics } from '../language/features/lspDiagnostics.ts';
import type { Projects } from '../projects.ts';

/** A configuration file with what is at fault in it. */
export interface FaultyConfiguration {
  /** Its absolute path. */
  readonly file: string;
  readonly diagnostics: ReturnType<typeof toConfigurationDiagnostics>;
}

/**
 * Finds what holds for the files at hand in their folder and its parents, up to the repository's root: configuration
 * files, and files that make a folder a bundle.
 */
export class Configurations {
  readonly found: FaultyConfiguration[] = [];
  readonly #seen = new Set<string>();

  /** Tells `projects` what it finds. */
  constructor(readonly projects: Projects) {}

  /** Reads what may hold for `file`, each folder once. */
  readAbove(file: string): void {
    for (let folder = dirname(file); !this.#seen.has(folder); folder = dirname(folder)) {
      this.#seen.add(folder);
      this.#read(join(folder, configurationFileName));
      for (const marker of bundleMarkers()) {
        const file = join(folder, marker);
        if (statSync(file, { throwIfNoEntry: false })?.isFile())
          this.projects.addBundle(pathToFileURL(file).href);
      }
      if (existsSync(join(folder, '.git'))) return;
    }
  }

  #read(file: string): void {
    let text: string;
    try {
      text = readFileSync(file, 'utf8');
    } catch {
      // The usual case: there is none here.
      return;
    }
    const faults = this.projects.update(pathToFileURL(file).href, text);
    if (faults.length === 0) return;
    this.found.push({ file, diagnostics: toConfigurationDiagnostics(text, faults) });
  }
}
