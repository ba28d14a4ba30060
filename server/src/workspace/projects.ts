import {
  type Configuration,
  type ConfigurationError,
  configurationFileName,
  emptyConfiguration,
  readConfigurationFile,
} from '../language/configuration.ts';
import { type Associations, associate } from '../language/dialect/associations.ts';
import type { Dialect } from '../language/dialect/dialect.ts';
import { globsOfKinds } from '../language/dialect/glob.ts';
import { withOwnFields } from '../language/dialect/ownFields.ts';
import { pathAs } from '../language/dialect/place.ts';
import type { AgentDocument } from '../language/document/agentDocument.ts';
import {
  agentFileGlobs,
  dialectForKeys,
  fileAt,
  isInSharedFolder,
  type PlacedFile,
  type Plugin,
  pluginFileGlobs,
  pluginManifests,
  pluginMarkedBy,
} from '../language/tools/index.ts';
import { ignoring } from './ignoreMatcher.ts';
import { pathOf } from './uris.ts';

/** A folder with a configuration of its own. */
interface Project {
  readonly uri: string;
  /** The folder's path, with `/` at its end. */
  readonly folder: string;
  readonly configuration: Configuration;
  readonly ignores: (path: string) => boolean;
  /** Dialects with this project's own fields, made when first asked for. */
  readonly dialects: Map<Dialect, Dialect>;
}

/** Whether a file configures the folder that it lies in. */
export function isConfigurationFile(uri: string): boolean {
  return uri.endsWith(`/${configurationFileName}`);
}

/** Whether a file makes the folder around it a bundle, such as a plugin’s manifest. */
export function isPluginManifest(uri: string): boolean {
  return pluginMarkedBy(pathOf(uri)) !== undefined;
}

/** What a file is, and what says so: the user, its keys in a folder that several tools read, or its path. */
export interface DialectChoice {
  readonly dialect: Dialect;
  readonly by: 'association' | 'keys' | 'path';
  /** The path by which its loader is to judge the file, where that is another than its own. */
  readonly path: string;
}

/**
 * What holds for which file: the configuration of the nearest `.agentfilesrc` above it, the bundle that it lies in, and
 * with that, and what the user says, which dialect it is of.
 */
export class Projects {
  /** What the user says that certain files are. */
  associations: Associations = associate();
  readonly #projects = new Map<string, Project>();
  readonly #bundles = new Map<string, Plugin>();
  /** The places of files that were asked about since the bundles last changed, by path. */
  readonly #places = new Map<string, PlacedFile>();

  /**
   * The globs of all files that can be agent files or say what others are, and of files like them: what to search for
   * and to watch.
   */
  get globs(): readonly string[] {
    const agents = [...agentFileGlobs(), ...pluginFileGlobs(), ...this.associations.globs];
    const surrounding = [configurationFileName, ...pluginManifests()].map(name => `**/${name}`);
    return [...globsOfKinds(agents), ...surrounding];
  }

  /** Takes note of a file that makes its folder a bundle, and of its text; the bundle when it was not known, or so. */
  addPlugin(manifestUri: string, text: string): Plugin | undefined {
    const path = pathOf(manifestUri);
    const plugin = pluginMarkedBy(path, text);
    const known = this.#bundles.get(path);
    if (!plugin || (known && JSON.stringify(known.named) === JSON.stringify(plugin.named))) return undefined;
    this.#bundles.set(path, plugin);
    this.#places.clear();
    return plugin;
  }

  /** Forgets such a file; the bundle that it made. */
  removePlugin(manifestUri: string): Plugin | undefined {
    const plugin = this.#bundles.get(pathOf(manifestUri));
    this.#bundles.delete(pathOf(manifestUri));
    this.#places.clear();
    return plugin;
  }

  /** The files, by path, that make folders bundles. */
  get pluginManifests(): readonly string[] {
    return [...this.#bundles.keys()];
  }

  /** The folders that are bundles. */
  get plugins(): readonly Plugin[] {
    return [...this.#bundles.values()];
  }

  /** Takes the text of a configuration file, and returns what is at fault in it. */
  update(uri: string, text: string): readonly ConfigurationError[] {
    const { configuration, errors } = readConfigurationFile(text);
    const path = pathOf(uri);
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const ignores = ignoring(configuration.ignore);
    this.#projects.set(path, {
      uri,
      folder,
      configuration,
      ignores: file => ignores(file.slice(folder.length)),
      dialects: new Map(),
    });
    return errors;
  }

  /** Forgets a configuration file; false when it was not known. */
  remove(uri: string): boolean {
    return this.#projects.delete(pathOf(uri));
  }

  /** The known configuration files (URIs). */
  get configurationFiles(): readonly string[] {
    return [...this.#projects.values()].map(({ uri }) => uri);
  }

  /** The configuration that holds for a file. */
  configurationOf(uri: string): Configuration {
    return this.#projectOf(pathOf(uri))?.configuration ?? emptyConfiguration;
  }

  /** What kind of agent file it is, with the project's own fields; `undefined` when it is none, or ignored. */
  choiceOf(document: AgentDocument): DialectChoice | undefined {
    const path = pathOf(document.uri);
    const associated = this.associations.dialectOf(path);
    const found = this.#placed(path);
    const choice =
      // Of a file that the user has associated the tool may not read the path.
      choose(associated, 'association', associated && pathAs(associated, path)) ??
      choose(dialectForKeys(path, keysOf(document)), 'keys', path) ??
      choose(found?.dialect, 'path', found?.path);
    const dialect = choice && this.adapt(choice.dialect, path);
    return dialect && { ...choice, dialect };
  }

  /** False for a file that is no agent file, whatever stands in it. */
  mayBeAgentFile(uri: string): boolean {
    const path = pathOf(uri);
    return (
      this.associations.dialectOf(path) !== undefined ||
      this.#placed(path) !== undefined ||
      isInSharedFolder(path)
    );
  }

  /** True when the project wants the file left alone. */
  ignores(uri: string): boolean {
    const path = pathOf(uri);
    return this.#projectOf(path)?.ignores(path) ?? false;
  }

  /** `dialect` as the project around `path` knows it; `undefined` when the project ignores the file. */
  adapt(dialect: Dialect, path: string): Dialect | undefined {
    const project = this.#projectOf(path);
    if (!project) return dialect;
    if (project.ignores(path)) return undefined;
    const known = project.dialects.get(dialect) ?? withOwnFields(dialect, project.configuration.fields);
    project.dialects.set(dialect, known);
    return known;
  }

  /** What a file is by its path, as the bundles are. It is asked when the file is found, and again when it is read. */
  #placed(path: string): PlacedFile | undefined {
    const known = this.#places.get(path) ?? fileAt(path, this.#bundles.values());
    if (known) this.#places.set(path, known);
    return known;
  }

  #projectOf(path: string): Project | undefined {
    let nearest: Project | undefined;
    for (const project of this.#projects.values()) {
      const isNearer = project.folder.length > (nearest?.folder.length ?? 0);
      if (isNearer && path.startsWith(project.folder)) nearest = project;
    }
    return nearest;
  }
}

function choose(
  dialect: Dialect | undefined,
  by: DialectChoice['by'],
  path: string | undefined,
): DialectChoice | undefined {
  return dialect && path !== undefined ? { dialect, by, path } : undefined;
}

/** The top-level keys of a document's front matter. */
function keysOf({ yaml }: AgentDocument): ReadonlySet<string> {
  return new Set(yaml.entries.map(({ key }) => key));
}
