import type { z } from 'zod';
import type { AgentDocument } from '../document/agentDocument.ts';
import type { OffsetRange } from '../document/offsets.ts';
import type { IssueText } from '../loading/issue.ts';
import type { Loader, LoaderInput, LoadResult } from '../loading/loader.ts';
import type { ToolProduct } from '../tools/shared/toolConversions.ts';
import type { BuiltInSupport } from './builtInSupport.ts';
import type { Source, VocabularyEntry } from './fieldMeta.ts';
import type { FieldTable } from './fieldTable.ts';
import type { ReferenceConventions } from './references.ts';

export type { FieldMeta, Kind, Source, VocabularyEntry } from './fieldMeta.ts';

/** What the prompt below the front matter can contain. */
export interface BodyConventions {
  /** Placeholders that the tool substitutes: `$ARGUMENTS`, `${today}`. */
  readonly placeholders?: readonly VocabularyEntry[];
  /** The field that names further ones, written as `$name`. */
  readonly placeholderField?: string;
  /** The shell commands that the tool runs before the model sees the prompt, in the given range of the text. */
  readonly commandsIn?: (text: string, range: OffsetRange) => readonly string[];
  /** True when `@path` names a file that the tool includes. */
  readonly imports?: boolean;
  /**
   * Set if a relative `@path` is resolved from the folder of its file, included once when the file is loaded, and skipped
   * silently when missing. Otherwise the server cannot resolve it.
   */
  readonly importsFrom?: 'file';
  /**
   * The name of such files that other tools read too, in which an import may not be meant, and what lies beside one that
   * is meant for this tool.
   */
  readonly shared?: { readonly name: string; readonly beside: readonly string[] };
  /** The maximum depth of nested imports; deeper files are never read. */
  readonly importDepth?: number;
  /** Whether the tool brings in a file with this path; by default each that exists. */
  readonly canImport?: (path: string) => boolean;
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
  /** True if the plugin's name and a colon are set before the names of such files: `kit:worker`. */
  readonly isScope?: true;
  /** Files that list plugins below their own folder, which then need no manifest. */
  readonly listing?: string;
  /** Files that only such a plugin has, with a key that they must have: the plugin then needs no manifest. */
  readonly signs?: readonly { readonly file: string; readonly key: string }[];
  /** True if a sign alone does not make such files the plugin's: other tools have them in the same place. */
  readonly needsManifest?: true;
  /** The folder with which such files directly in the plugin's folder are not read. */
  readonly rootUnless?: string;
  /** Where authors put such files in a plugin by mistake. Its globs are of paths below the folder. */
  readonly misplaced?: MisplacedFiles;
  /** The folder in which the tool reads such files of a project, if the loader is to judge them as if they were there. */
  readonly readAs?: string;
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

/** File names that only such files have. */
export interface RecognizedNames {
  /** Globs for the name in any folder. */
  readonly files: readonly string[];
  /** What is said of a file outside the folders that the tool reads. Absent if the name alone makes it such a file. */
  readonly elsewhere?: Omit<IssueText, 'problem'>;
}

/** A kind of misplaced file: the tool would read it at another path. */
export interface MisplacedFiles {
  /** Matches the absolute path, with `/`. */
  readonly from: RegExp;
  /** The replacement that makes it a path where the file is read. Absent if moving the file is not enough. */
  readonly to?: string;
  /** Globs for the same, to search for. */
  readonly files: readonly string[];
  /** The keys that all such files have: what else is there is not meant as one. */
  readonly keys: readonly string[];
  /** A file beside it, with which it is intended. */
  readonly unless?: string;
  /** Why it is not read; names the tool. */
  readonly consequence: string;
  /** What to do where `to` is absent. */
  readonly advice?: string;
}

/** Folders that several tools read, each with a schema of its own. */
export interface SharedFolders {
  /** Globs like those of `files`. */
  readonly files: readonly string[];
  /** Top-level keys that identify a file there as this tool's: none of the other tools has them. */
  readonly keys: readonly string[];
}

/** A tool that reads the files of a dialect which is not its own, such as an open standard. */
export interface Host {
  /** The tool's name in settings. */
  readonly target: string;
  readonly loader: Loader;
  /** Where it reads such a file in a project, as a glob with one `*` for the name. */
  readonly place: string;
}

/** A script that a file names. */
export interface ScriptFile {
  readonly range: OffsetRange;
  /** The path as written. */
  readonly path: string;
  /** The absolute path, with `/`. */
  readonly file: string;
  /** What happens without it; names the tool. */
  readonly missing: string;
  /** True where it is run itself, so that it must be executable. */
  readonly isProgram: boolean;
}

/** A file that must not be there. */
export interface ExcludedFile extends IssueText {
  readonly range: OffsetRange;
  /** The absolute path, with `/`. */
  readonly file: string;
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
  /** Names by which such a file is recognized in any folder. */
  readonly names?: RecognizedNames;
  /** Where such files are in a plugin, besides `files`. */
  readonly inPlugins?: PluginPlacement;
  /** Places where authors put such files by mistake, besides those that are similar to `files`. */
  readonly misplaced?: readonly MisplacedFiles[];
  /** Folders that other tools read too: a file's keys decide which tool it is for. */
  readonly shares?: SharedFolders;
  /** Set where the tool's makers have deprecated such files: what is said of each, and who says so. */
  readonly deprecation?: Omit<IssueText, 'problem'> & { readonly source: Source };
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
  /** The column of `toolConversions` with the names of its tools, if it is not that of `target`. */
  readonly toolNames?: ToolProduct;
  /** How agents have the tools of MCP servers, if no form of a list says so. */
  readonly serverTools?: RegExp;
  /** The tool's built-in agents, if files can name agents. */
  readonly agents?: readonly VocabularyEntry[];
  /** Where such files name agents, skills and commands. */
  readonly references?: ReferenceConventions;
  /** The names of the MCP servers that a file which loads configures, as others call them. */
  readonly servers?: (load: LoadResult, plugin: string | undefined) => readonly string[];
  /** The scripts that such a file tells the tool to run, where it is certain which file is meant. */
  readonly scripts?: (input: LoaderInput) => readonly ScriptFile[];
  /** The files that must not be there, as the file says something else of what they are about. */
  readonly excludes?: (input: LoaderInput) => readonly ExcludedFile[];
  /** The built-in support of editors for such files. */
  readonly builtInSupport?: readonly BuiltInSupport[];
  readonly loader: Loader;
  /** The loader to use instead for a file that states which tool it is for. */
  readonly loaderFor?: (document: AgentDocument) => Loader | undefined;
  /** The other tools that read a file where it lies, each with a verdict of its own. */
  readonly alsoReadBy?: (document: AgentDocument, path: string) => readonly Loader[];
  /** The recorded tools without a dialect of their own for such files. */
  readonly hosts?: readonly Host[];
  /** The tools that read the file at a path, with `/`, if the place decides that. */
  readonly readers?: (path: string) => readonly string[];
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
  /** Which of several files of one name the tool keeps, if that is known: the one whose path comes last. */
  readonly keepsDuplicate?: 'last';
  /**
   * In how many of 41 public repositories such files were found (counted 2026-11-21); absent for none. Decides between
   * dialects that a file outside the folders of all tools fits equally well.
   */
  readonly published?: number;
}
