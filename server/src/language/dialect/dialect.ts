import type { z } from 'zod';
import type { AgentDocument } from '../document/agentDocument.ts';
import type { Loader } from '../loading/loader.ts';
import type { BuiltInSupport } from './builtInSupport.ts';
import type { Source, VocabularyEntry } from './fieldMeta.ts';
import type { FieldTable } from './fieldTable.ts';

export type { FieldMeta, Kind, Source, VocabularyEntry } from './fieldMeta.ts';

/** What the prompt below the front matter can contain. */
export interface BodyConventions {
  /** Placeholders that the tool substitutes: `$ARGUMENTS`, `${today}`. */
  readonly placeholders?: readonly VocabularyEntry[];
  /** The field that names further ones, written as `$name`. */
  readonly placeholderField?: string;
  /** True when `@path` names a file that the tool includes. */
  readonly imports?: boolean;
  /**
   * Set if a relative `@path` is resolved from the folder of its file, included once when the file is loaded, and skipped
   * silently when missing. Otherwise the server cannot resolve it.
   */
  readonly importsFrom?: 'file';
  /** The maximum depth of nested imports; deeper files are never read. */
  readonly importDepth?: number;
  /** Length in characters beyond which the tool rejects or cuts the prompt. */
  readonly maxLength?: number;
}

/**
 * A plugin is a folder with a manifest, such as `.claude-plugin/plugin.json`: below it, folders have a meaning that they
 * do not have elsewhere.
 */
export interface PluginPlacement {
  /** The path of the file below the folder. */
  readonly manifest: string;
  /** Paths of agent files below the folder, as globs; all in one folder of a fixed name. */
  readonly files: readonly string[];
  /** Where else the manifest, a JSON file, can say that such files are. */
  readonly named?: {
    /** The key whose value names paths. */
    readonly key: string;
    /** Globs for such files below a folder that is named. */
    readonly below: readonly string[];
    /** True if a single file can be named too. */
    readonly files: boolean;
    /** True if the named paths add to the usual folder; otherwise they replace it. */
    readonly adds: boolean;
  };
}

/** Folders that several tools read, each with a schema of its own. */
export interface SharedFolders {
  /** Globs like those of `files`. */
  readonly files: readonly string[];
  /** Top-level keys that identify a file there as this tool's: none of the other tools has them. */
  readonly keys: readonly string[];
}

/** One kind of agent file as one tool reads it: everything known about it, as data. */
export interface Dialect {
  /** Stable and kebab-case; in settings and output. */
  readonly id: string;
  /** "Claude Code subagent". */
  readonly title: string;
  /** Names that `--for` and `agentFiles.targets` accept for this dialect's tool: `claude`. */
  readonly target?: string;
  /** Paths of such files as globs over the absolute path with `/`; `**` crosses folders. */
  readonly files: readonly string[];
  /** Where such files are in a plugin, besides `files`. */
  readonly inPlugins?: PluginPlacement;
  /** Folders that other tools read too: a file's keys decide which tool it is for. */
  readonly shares?: SharedFolders;
  readonly documentation: string;
  readonly source: Source;
  /**
   * The schema of the front matter, a loose object: unknown keys pass, since the loader reports them. Created on first
   * use, since most runs of the server never use it.
   */
  readonly schema: () => z.ZodType;
  /** The schema as a table. Created on first use and cached. */
  readonly fields: () => FieldTable;
  /** The tools that an agent of this dialect can be given. */
  readonly tools?: readonly VocabularyEntry[];
  /** The tool's built-in agents, if files can name agents. */
  readonly agents?: readonly VocabularyEntry[];
  /** The built-in support of editors for such files. */
  readonly builtInSupport?: readonly BuiltInSupport[];
  readonly loader: Loader;
  /** The loader to use instead for a file that states which tool it is for. */
  readonly loaderFor?: (document: AgentDocument) => Loader | undefined;
  readonly body?: BodyConventions;
  /** The front matter of a new file, as an LSP snippet, delimiters included. */
  readonly template: string;
  /** What a file of this dialect defines, for references and duplicate names. */
  readonly defines?: 'agent' | 'skill' | 'command' | 'style' | 'rule';
  /**
   * What the tool does with several files of one name, as a sentence; its source is that of the dialect. Absent if
   * unknown, and `null` if the name is only displayed.
   */
  readonly duplicates?: string | null;
  /**
   * In how many of 41 public repositories such files were found (counted 2026-11-21); absent for none. Decides between
   * dialects that a file outside the folders of all tools fits equally well.
   */
  readonly published?: number;
}
