import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { configurationFileName } from '../language/configuration.ts';
import { toConfigurationDiagnostics } from '../language/features/lspDiagnostics.ts';
import type { Projects } from '../projects.ts';

/** A configuration file with what is at fault in it. */
export interface FaultyConfiguration {
  readonly path: string;
  readonly diagnostics: ReturnType<typeof toConfigurationDiagnostics>;
}

/** Finds the configuration files above the files at hand: in their folder and its parents, up to the repository's root. */
export class Configurations {
  readonly found: FaultyConfiguration[] = [];
  readonly #seen = new Set<string>();

  constructor(
    private readonly projects: Projects,
    private readonly shownPath: (file: string) => string,
  ) {}

  /** Reads the configuration files that may hold for `file`, each once. */
  readAbove(file: string): void {
    for (let folder = dirname(file); !this.#seen.has(folder); folder = dirname(folder)) {
      this.#seen.add(folder);
      this.#read(join(folder, configurationFileName));
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
    this.found.push({ path: this.shownPath(file), diagnostics: toConfigurationDiagnostics(text, faults) });
  }
}
