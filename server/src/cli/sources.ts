import { existsSync } from 'node:fs';
import type { CollectionCount } from '../language/collections/collectionMessage.ts';
import type { Dialect } from '../language/dialect/dialect.ts';
import { pathAs } from '../language/dialect/place.ts';
import { AgentDocument } from '../language/document/agentDocument.ts';
import type { RuleSettings } from '../language/features/diagnostics.ts';
import { readForTargets, type TargetReading } from '../language/features/targets.ts';
import { dialectById } from '../language/fileKinds.ts';
import { type Effective, type Environment, unknownEnvironment } from '../language/loading/effective.ts';
import { type Snapshot, takeSnapshot } from '../language/snapshot.ts';
import { RelatedFiles } from '../language/workspaceIndex.ts';
import { Environments } from '../workspace/environments.ts';
import { boundedBy } from '../workspace/fileSystem.ts';
import { filePathOf, nodeFileSystem } from '../workspace/nodeFileSystem.ts';
import { settingsAround } from '../workspace/projectSettings.ts';
import { readRegularFile } from '../workspace/regularFile.ts';
import { Skills } from '../workspace/skills.ts';
import { folderPathOf, parentOf, pathOf } from '../workspace/uris.ts';
import type { Configurations, InvalidConfiguration } from './configurations.ts';
import { importedFiles, linkedFiles, repositoriesAround } from './importedFiles.ts';
import type { Ignored } from './summary.ts';
import { CliError } from './terminal.ts';

/** How to read the files. */
export interface Wanted {
  /** Dialect id that overrides the paths. */
  readonly dialect: string | undefined;
  /** The names of other tools to check the files for. */
  readonly targets: readonly string[];
  /** Whether files that git ignores are left out, unless they are named. */
  readonly respectsGitIgnore: boolean;
  /** Severities that override those of the projects, by rule id. */
  readonly rules?: RuleSettings;
}

/** A file to check. */
export interface FoundFile {
  readonly uri: string;
  /** The path in the output: relative to the current folder, with `/`. */
  readonly path: string;
  /** Its text, if it is not read from disk. */
  readonly text: string | undefined;
  /** True if the user named it, rather than a folder around it. */
  readonly isNamed: boolean;
}

/** A file as its tool reads it. */
export interface Source {
  /** The path in the output. */
  readonly path: string;
  readonly snapshot: Snapshot;
  /** The severities set by its project. */
  readonly rules: RuleSettings;
  /** The file as each target tool reads it. */
  readonly readings: readonly TargetReading[];
}

/** The input of a command. Files are read one at a time and not kept. */
export class Sources {
  readonly #ignored = new Set<string>();
  readonly #ignoredByGit = new Set<string>();
  /** The texts of files (URIs) that are read instead of those on disk. */
  readonly texts = new Map<string, string>();
  /** The files outside the folders of all tools that were read so far (URIs), by dialect. */
  readonly #collected = new Map<Dialect, Set<string>>();
  readonly #fileSystem = boundedBy(nodeFileSystem, () => repositoriesAround([this.cwd]));
  /** What the models are given of the skills and commands among the files. */
  readonly skills = new Skills(
    this.#fileSystem,
    uri => this.configurations.projects.configurationOf(uri).model,
  );
  readonly #environments = new Environments(this.#fileSystem, () =>
    this.configurations.projects.plugins.map(({ folder }) => folder),
  );

  /**
   * `files` are sorted by path. `configurations` knows the configuration above them as far as they were read. `errors` are
   * about paths without a file, `warnings` about files that are not agent files. `surveyed` are the paths
   * of the folders, with `/` at the end, in which all agent files are among `files`, and above which there are none.
   */
  constructor(
    readonly cwd: string,
    readonly files: readonly FoundFile[],
    private readonly wanted: Wanted,
    private readonly configurations: Configurations,
    readonly errors: readonly string[],
    readonly warnings: readonly string[],
    private readonly surveyed: readonly string[] = [],
  ) {}

  /** The number of files read so far that their projects ignore, and of those that git ignores. */
  get ignored(): Ignored {
    return { byProject: this.#ignored.size, byGit: this.#ignoredByGit.size };
  }

  /** How many of the files read so far lie outside the folders of all tools, by dialect. */
  get collections(): readonly CollectionCount[] {
    return [...this.#collected].map(([dialect, { size }]) => ({ dialect, files: size }));
  }

  /** The configuration files with errors that apply to the files read so far. */
  get invalidConfigurations(): readonly InvalidConfiguration[] {
    return this.configurations.found;
  }

  /**
   * Reads a file; `others` has the other files, once they are known. Returns `undefined` when its project or git ignores it, or it is not an agent
   * file by its content. Throws a `CliError` when it cannot be read.
   */
  async read(found: FoundFile, others?: RelatedFiles): Promise<Source | undefined> {
    const { uri, path } = found;
    const related = others ?? new RelatedFiles();
    const { dialect: id, targets } = this.wanted;
    const { projects } = this.configurations;
    await this.configurations.readAbove(parentOf(uri));
    if (projects.ignores(uri)) {
      this.#ignored.add(uri);
      return undefined;
    }
    if (await this.#isIgnoredByGit(found)) {
      this.#ignoredByGit.add(uri);
      return undefined;
    }
    const document = AgentDocument.of(
      this.texts.get(uri) ?? found.text ?? readText(filePathOf(uri), path),
      uri,
    );
    const forced = id === undefined ? undefined : dialectById(id);
    const choice = forced
      ? { dialect: projects.adapt(forced, pathOf(uri)), path: pathAs(forced, pathOf(uri)), by: 'option' }
      : projects.choiceOf(document);
    if (!choice?.dialect) return undefined;
    const isCollected = choice.by === 'collection';
    if (isCollected) this.#count(choice.dialect, uri);
    const around = 'plugin' in choice || 'rejection' in choice ? choice : {};
    const taken = takeSnapshot(document, choice.dialect, choice.path, undefined, isCollected, around);
    const imported = await importedFiles(taken, this.cwd);
    const linked = await linkedFiles(taken, this.cwd);
    const isSurveyed = (): boolean => others !== undefined && !isCollected && this.#isSurveyed(uri);
    const workspace = {
      files: [],
      named: (name: string) => related.named(name),
      unreadIn: (folder: string) => related.unreadIn(folder),
      names: related.names,
      linked: (path: string) => linked?.has(path),
      isSurveyed,
      delivered: (other: string) => (isSurveyed() ? this.skills.of(other) : []),
      has: (other: string) => existsSync(filePathOf(other)),
      imported,
    };
    const snapshot = { ...taken, workspace };
    const { rules, fields } = projects.configurationOf(uri);
    const settings = this.wanted.rules ? { ...rules, ...this.wanted.rules } : rules;
    return { path, snapshot, rules: settings, readings: readForTargets(snapshot, targets, fields) };
  }

  /** What an agent runs with in its project; `undefined` where its tool's way with it is not known. */
  async effectiveOf(
    { snapshot }: Source,
    start: Partial<Pick<Environment, 'role' | 'isTrusted'>> = {},
  ): Promise<Effective | undefined> {
    const { document, path, loader, load } = snapshot;
    if (!loader.effective || load.ignored) return undefined;
    const environment = loader.environment
      ? await this.#environments.of(path, document.uri, loader.environment)
      : unknownEnvironment;
    return loader.effective({ document, path }, load, { ...environment, ...start });
  }

  /** The texts of the settings files with these names in the project around a file. */
  settingsOf({ snapshot }: Source, names: readonly string[]): Promise<string[]> {
    const { uri } = snapshot.document;
    const roots = repositoriesAround([this.cwd, filePathOf(parentOf(uri))]).map(folderPathOf);
    const isWithin = (path: string): boolean => roots.some(root => path.startsWith(root));
    return settingsAround(this.#fileSystem, pathOf(uri), uri, names, isWithin);
  }

  #isSurveyed(uri: string): boolean {
    const path = pathOf(uri);
    return this.surveyed.some(folder => path.startsWith(folder));
  }

  #count(dialect: Dialect, uri: string): void {
    const known = this.#collected.get(dialect) ?? new Set();
    this.#collected.set(dialect, known.add(uri));
  }

  async #isIgnoredByGit({ uri, isNamed }: FoundFile): Promise<boolean> {
    return this.wanted.respectsGitIgnore && !isNamed && this.configurations.gitIgnore.ignores(uri);
  }
}

function readText(file: string, path: string): string {
  try {
    const text = readRegularFile(file);
    if (text.startsWith('\uFFFD\uFFFD') && text.slice(2, 4).includes('\0'))
      throw new Error('it is encoded as UTF-16. Tools read UTF-8. Save it as UTF-8.');
    return text;
  } catch (error) {
    throw new CliError(`${path} cannot be read: ${(error as Error).message}`);
  }
}
