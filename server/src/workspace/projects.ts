import {
  type Configuration,
  type ConfigurationError,
  configurationFileName,
  emptyConfiguration,
  readConfigurationFile,
} from '../language/configuration.ts';
import { type Associations, associate } from '../language/dialect/associations.ts';
import type { Dialect } from '../language/dialect/dialect.ts';
import { globMatcher, globsOfKinds } from '../language/dialect/glob.ts';
import { withOwnFields } from '../language/dialect/ownFields.ts';
import { pathAs } from '../language/dialect/place.ts';
import type { PluginRejection } from '../language/dialect/plugins.ts';
import type { AgentDocument } from '../language/document/agentDocument.ts';
import {
  agentFileGlobs,
  decisiveFolders,
  dialectById,
  dialectForKeys,
  fileAt,
  isInSharedFolder,
  misplacedFileGlobs,
  type PlacedFile,
  type Plugin,
  pluginFileGlobs,
  pluginFolderOf,
  pluginManifests,
  pluginsAmong,
  pluginsOfManifest,
} from '../language/fileKinds.ts';
import { lazy } from '../language/lazy.ts';
import { Collections, type SearchOptions } from './collections.ts';
import type { BoundedFileSystem, FoundFile } from './fileSystem.ts';
import { ignoreFileName } from './gitIgnore.ts';
import { ignoreMatcher } from './ignoreMatcher.ts';
import { folderPathOf, pathOf } from './uris.ts';

/** A folder with a configuration file. */
interface Project {
  readonly uri: string;
  /** The text of its configuration file. */
  readonly text: string;
  /** The folder's path, with `/` at its end. */
  readonly folder: string;
  readonly configuration: Configuration;
  readonly ignores: (path: string) => boolean;
  /** The file's `associations`. */
  readonly associations: Associations;
  /** Dialects with this project's custom fields, created on demand. */
  readonly dialects: Map<Dialect, Dialect>;
}

/** Whether a file is the configuration file of its folder. */
export function isConfigurationFile(uri: string): boolean {
  return uri.endsWith(`/${configurationFileName}`);
}

/** Whether a file is a plugin manifest. */
export function isPluginManifest(uri: string): boolean {
  return pluginFolderOf(pathOf(uri)) !== undefined;
}

/** The associations that a user or a project writes as dialect ids by glob; unknown ids are left out. */
export function associationsFrom(written: Readonly<Record<string, string>>): Associations {
  return associate(
    Object.entries(written).flatMap(([glob, id]) => {
      const dialect = dialectById(id);
      return dialect ? [[glob, dialect] as const] : [];
    }),
  );
}

/**
 * The dialect of a file, and what determines it: a setting, a configuration file, the keys in a folder shared by tools,
 * the path, or the likeness to an agent file outside all tools' folders.
 */
export interface DialectChoice {
  readonly dialect: Dialect;
  readonly by: 'association' | 'configuration' | 'keys' | 'path' | 'collection';
  /** The path that the loader sees, which may differ from the file's own. */
  readonly path: string;
  /** The name of the file's plugin, if it is part of the names in it. */
  readonly plugin?: string;
  /** Why its tool loads nothing of the file's plugin. */
  readonly rejection?: PluginRejection;
}

/**
 * Finds what applies to a file: the nearest `.agentfilesrc` above it, its plugin, and its dialect, which depends on both
 * and on the settings.
 */
export class Projects {
  /** The user's `agentFiles.collections`: false to leave files outside the folders of all tools alone. */
  findsCollections = true;
  /** The agent files outside the folders of all tools. */
  readonly collections: Collections;
  #associations: Associations = associate();
  #globs: readonly string[] | undefined;
  readonly #projects = new Map<string, Project>();
  /** By the path of what makes them plugins. */
  readonly #plugins = new Map<string, readonly Plugin[]>();
  #distinct: readonly Plugin[] | undefined;
  /** The paths of folders that decide what else their plugin reads. */
  readonly #folders = new Set<string>();
  /** Cached places of files, by path; cleared when the plugins change. */
  readonly #places = new Map<string, PlacedFile>();

  constructor(fileSystem: Pick<BoundedFileSystem, 'read' | 'readHead'>) {
    this.collections = new Collections(fileSystem);
  }

  /** The user's `agentFiles.associations`. */
  get associations(): Associations {
    return this.#associations;
  }

  set associations(associations: Associations) {
    this.#associations = associations;
    this.#globs = undefined;
  }

  /**
   * The globs to search for and watch: possible agent files, configuration files, plugin manifests and `.gitignore` files.
   */
  get globs(): readonly string[] {
    this.#globs ??= this.#allGlobs();
    return this.#globs;
  }

  #allGlobs(): string[] {
    const agents = [
      ...agentFileGlobs(),
      ...pluginFileGlobs(),
      ...misplacedFileGlobs(),
      ...this.associations.globs,
      ...this.configuredGlobs,
    ];
    const surrounding = [configurationFileName, ignoreFileName, ...pluginManifests()].map(
      name => `**/${name}`,
    );
    return [...globsOfKinds(agents), ...surrounding];
  }

  /** The globs of the associations in configuration files, for paths below any folder. */
  get configuredGlobs(): readonly string[] {
    const globs = [...this.#projects.values()].flatMap(({ associations }) => associations.globs);
    return globs.map(glob => (glob.startsWith('/') ? `**${glob}` : glob));
  }

  /** Adds the plugins of a manifest. Returns its folder's path when they are new or changed. */
  addPlugin(manifestUri: string, text: string | undefined): string | undefined {
    const path = pathOf(manifestUri);
    const plugins = pluginsOfManifest(path, text);
    const known = this.#plugins.get(path) ?? [];
    if (JSON.stringify(known) === JSON.stringify(plugins)) return undefined;
    this.#plugins.set(path, plugins);
    this.#forgetPlaces();
    return pluginFolderOf(path);
  }

  /** Removes the plugins of a manifest. Returns its folder's path when there were any. */
  removePlugin(manifestUri: string): string | undefined {
    const path = pathOf(manifestUri);
    if (!this.#plugins.delete(path)) return undefined;
    this.#forgetPlaces();
    return pluginFolderOf(path);
  }

  /** The paths of the known plugin manifests. */
  get pluginManifests(): readonly string[] {
    return [...this.#plugins.keys()];
  }

  /** The known plugins. */
  get plugins(): readonly Plugin[] {
    this.#distinct ??= pluginsAmong([...this.#plugins.values()].flat()).map(plugin => {
      const folders = decisiveFolders().filter(name => this.#folders.has(plugin.folder + name));
      return folders.length > 0 ? { ...plugin, folders } : plugin;
    });
    return this.#distinct;
  }

  #forgetPlaces(): void {
    this.#distinct = undefined;
    this.#places.clear();
  }

  /** Applies the text of a configuration file, and returns its errors. What is invalid in it is left out. */
  update(uri: string, text: string): readonly ConfigurationError[] {
    const { configuration, errors } = readConfigurationFile(text);
    const path = pathOf(uri);
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const ignores = ignoreMatcher(configuration.ignore);
    this.#globs = undefined;
    this.#projects.set(path, {
      uri,
      text,
      folder,
      configuration,
      ignores: file => ignores(file.slice(folder.length)),
      associations: associationsFrom(configuration.associations),
      dialects: new Map(),
    });
    return errors;
  }

  /** Removes a configuration file; false when it was not known. */
  remove(uri: string): boolean {
    this.#globs = undefined;
    return this.#projects.delete(pathOf(uri));
  }

  /** The known configuration files (URIs). */
  get configurationFiles(): readonly string[] {
    return [...this.#projects.values()].map(({ uri }) => uri);
  }

  /** The configuration file that applies to a file, and its text; `undefined` when there is none. */
  configurationFileOf(uri: string): { readonly uri: string; readonly text: string } | undefined {
    return this.#projectOf(pathOf(uri));
  }

  /** The configuration that applies to a file. */
  configurationOf(uri: string): Configuration {
    return this.#projectOf(pathOf(uri))?.configuration ?? emptyConfiguration;
  }

  /** The dialect of a document, with the project's custom fields; `undefined` when it is not an agent file or ignored. */
  choiceOf(document: AgentDocument): DialectChoice | undefined {
    const path = pathOf(document.uri);
    const associated = this.associations.dialectOf(path);
    const configured = this.#configuredDialect(path);
    const found = this.#placed(path);
    const collected = this.collections.files.get(path);
    const choice =
      // The tool itself may not read an associated file at its path.
      choose(associated, 'association', associated && pathAs(associated, path)) ??
      choose(configured, 'configuration', configured && pathAs(configured, path)) ??
      choose(dialectForKeys(path, keysOf(document)), 'keys', path) ??
      choose(found?.dialect, 'path', found?.path, found) ??
      choose(collected?.dialect, 'collection', collected?.installedPath);
    const dialect = choice && this.adapt(choice.dialect, path);
    return dialect && { ...choice, dialect };
  }

  /** False for a file that cannot be an agent file, whatever its content. */
  mayBeAgentFile(uri: string): boolean {
    return this.#isKnown(uri) || this.collections.files.has(pathOf(uri));
  }

  /**
   * Returns the possible agent files among those that a search of a folder has found: those that their paths say to be
   * ones, and those of the collections that there are. A link is not part of a collection; what it leads to may be.
   */
  async agentFilesAmong(
    folder: string,
    found: readonly FoundFile[],
    options?: SearchOptions,
  ): Promise<FoundFile[]> {
    this.#noteFolders(found);
    const known = new Set(found.filter(({ uri }) => this.#isKnown(uri)));
    if (this.findsCollections) {
      const others = found.filter(file => file.real === undefined && !known.has(file)).map(({ uri }) => uri);
      const isCandidate = (uri: string): boolean => this.#mayBeCollected(uri);
      await this.collections.search(folder, others, { ...options, isCandidate });
    } else this.collections.forget(folderPathOf(options?.root ?? folder));
    return found.filter(file => known.has(file) || this.collections.files.has(pathOf(file.uri)));
  }

  /** Keeps which folders of plugins there are, as far as that decides what else is read. */
  #noteFolders(found: readonly FoundFile[]): void {
    const before = this.#folders.size;
    for (const { uri } of found) {
      const path = pathOf(uri);
      for (const name of decisiveFolders()) {
        const at = path.indexOf(`/${name}/`);
        if (at >= 0) this.#folders.add(path.slice(0, at + name.length + 1));
      }
    }
    if (this.#folders.size > before) this.#forgetPlaces();
  }

  /** Follows changes of files (URIs), as far as they change what is in a collection. */
  async updateCollections(uris: readonly string[]): Promise<void> {
    await this.collections.update(uris, uri => this.#mayBeCollected(uri));
  }

  #mayBeCollected(uri: string): boolean {
    if (!this.findsCollections || this.#isKnown(uri) || this.#isSkippedByPlugin(pathOf(uri))) return false;
    return this.configurationOf(uri).collections && !this.ignores(uri);
  }

  /** Whether a file lies where a plugin would have such files, but the plugin says that it has them elsewhere. */
  #isSkippedByPlugin(path: string): boolean {
    return this.plugins.some(
      ({ folder }) =>
        path.startsWith(folder) && usualInPlugins().some(matches => matches(path.slice(folder.length))),
    );
  }

  /** Whether something says of the file's path that it may be an agent file. */
  #isKnown(uri: string): boolean {
    const path = pathOf(uri);
    return (
      this.associations.dialectOf(path) !== undefined ||
      this.#configuredDialect(path) !== undefined ||
      this.#placed(path) !== undefined ||
      isInSharedFolder(path)
    );
  }

  /** True when the project ignores the file. */
  ignores(uri: string): boolean {
    const path = pathOf(uri);
    return this.#projectOf(path)?.ignores(path) ?? false;
  }

  /** `dialect` with the custom fields of the project around `path`; `undefined` when the project ignores the file. */
  adapt(dialect: Dialect, path: string): Dialect | undefined {
    const project = this.#projectOf(path);
    if (!project) return dialect;
    if (project.ignores(path)) return undefined;
    const known = project.dialects.get(dialect) ?? withOwnFields(dialect, project.configuration.fields);
    project.dialects.set(dialect, known);
    return known;
  }

  /** What a file is by its path and the known plugins. Cached, since it is needed for the search and for the read. */
  #placed(path: string): PlacedFile | undefined {
    const known = this.#places.get(path) ?? fileAt(path, this.plugins);
    if (known) this.#places.set(path, known);
    return known;
  }

  /** The dialect that the nearest configuration file associates with a path below its folder. */
  #configuredDialect(path: string): Dialect | undefined {
    const project = this.#projectOf(path);
    return project?.associations.dialectOf(path.slice(project.folder.length - 1));
  }

  #projectOf(path: string): Project | undefined {
    if (this.#projects.size === 0) return undefined;
    for (let end = path.lastIndexOf('/'); end >= 0; end = end > 0 ? path.lastIndexOf('/', end - 1) : -1) {
      const project = this.#projects.get(`${path.slice(0, end + 1)}${configurationFileName}`);
      if (project) return project;
    }
    return undefined;
  }
}

const usualInPlugins = lazy(() => pluginFileGlobs().map(globMatcher));

function choose(
  dialect: Dialect | undefined,
  by: DialectChoice['by'],
  path: string | undefined,
  { plugin, rejection }: Pick<PlacedFile, 'plugin' | 'rejection'> = {},
): DialectChoice | undefined {
  if (!dialect || path === undefined) return undefined;
  return {
    dialect,
    by,
    path,
    ...(plugin !== undefined && { plugin }),
    ...(rejection && { rejection }),
  };
}

/** The top-level keys of a document's front matter. */
function keysOf({ yaml }: AgentDocument): ReadonlySet<string> {
  return new Set(yaml.entries.map(({ key }) => key));
}
