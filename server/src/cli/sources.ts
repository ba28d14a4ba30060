import { readFileSync } from 'node:fs';
import { pathAs } from '../language/dialect/place.ts';
import { AgentDocument } from '../language/document/agentDocument.ts';
import type { RuleSettings } from '../language/features/diagnostics.ts';
import { readForTargets, type TargetReading } from '../language/features/targets.ts';
import { dialectById } from '../language/fileKinds.ts';
import { type Snapshot, takeSnapshot } from '../language/snapshot.ts';
import { type IndexedFile, workspaceOf } from '../language/workspaceIndex.ts';
import { largestFile } from '../workspace/fileSystem.ts';
import { filePathOf } from '../workspace/nodeFileSystem.ts';
import { parentOf, pathOf } from '../workspace/uris.ts';
import type { Configurations, InvalidConfiguration } from './configurations.ts';
import { importedFiles } from './importedFiles.ts';
import { CliError } from './terminal.ts';

/** How files are to be taken. */
export interface Wanted {
  /** Dialect id that stands in for what the paths say. */
  readonly dialect: string | undefined;
  /** The other tools that files are held against, by name. */
  readonly targets: readonly string[];
}

/** A file to look at. */
export interface FoundFile {
  readonly uri: string;
  /** The path by which it is told of: relative to the current folder, with `/`. */
  readonly path: string;
  /** What stands in it, where that is not to be read from the disk. */
  readonly text: string | undefined;
}

/** A file as its tool reads it. */
export interface Source {
  /** The path by which it is told of. */
  readonly path: string;
  readonly snapshot: Snapshot;
  /** The severities that its project sets. */
  readonly rules: RuleSettings;
  /** The file as the other tools that it is held against read it. */
  readonly readings: readonly TargetReading[];
}

/** All that a command works on. The files are read one by one, and none of them is kept. */
export class Sources {
  #ignored = 0;

  /**
   * `files` are in the order of their paths; what is around them is known to `configurations` as far as it was met.
   * `faults` say which paths were named that mean none.
   */
  constructor(
    readonly cwd: string,
    readonly files: readonly FoundFile[],
    private readonly wanted: Wanted,
    private readonly configurations: Configurations,
    readonly errors: readonly string[],
  ) {}

  /** How many of the files that were read so far their projects ignore. */
  get ignored(): number {
    return this.#ignored;
  }

  /** The configuration files that hold for what was read so far and are at fault. */
  get invalidConfigurations(): readonly InvalidConfiguration[] {
    return this.configurations.found;
  }

  /**
   * Reads a file, which knows of the `others`. `undefined` when it is none of ours: its project ignores it, or it is no
   * agent file by what stands in it. Throws a `CliFault` when it cannot be read.
   */
  async read(found: FoundFile, others: readonly IndexedFile[] = []): Promise<Source | undefined> {
    const { uri, path } = found;
    const { dialect: id, targets } = this.wanted;
    const { projects } = this.configurations;
    await this.configurations.readAbove(parentOf(uri));
    if (projects.ignores(uri)) {
      this.#ignored++;
      return undefined;
    }
    const document = AgentDocument.of(found.text ?? readText(filePathOf(uri), path), uri);
    const forced = id === undefined ? undefined : dialectById(id);
    const choice = forced
      ? { dialect: projects.adapt(forced, pathOf(uri)), path: pathAs(forced, pathOf(uri)) }
      : projects.choiceOf(document);
    if (!choice?.dialect) return undefined;
    const taken = takeSnapshot(document, choice.dialect, choice.path);
    const workspace = workspaceOf(others, await importedFiles(taken, this.cwd));
    const snapshot = { ...taken, workspace };
    const { rules, fields } = projects.configurationOf(uri);
    return { path, snapshot, rules, readings: readForTargets(snapshot, targets, fields) };
  }
}

/** Node copies its defaults for each file that is read with less. */
const utf8 = { encoding: 'utf8', flag: 'r' } as const;

function readText(file: string, path: string): string {
  try {
    const text = readFileSync(file, utf8);
    if (text.length > largestFile) throw new Error(`it is larger than ${largestFile} bytes`);
    if (text.startsWith('\uFFFD\uFFFD') && text.slice(2, 4).includes('\0'))
      throw new Error('it is stored as UTF-16. Tools read UTF-8: save it so.');
    return text;
  } catch (error) {
    throw new CliError(`${path} cannot be read: ${(error as Error).message}`);
  }
}
