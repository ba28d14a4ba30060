import type { z } from 'zod';
import type { AgentDocument } from '../document/agentDocument.ts';
import type { Separator } from '../document/csvItem.ts';
import type { Loader } from '../loading/loader.ts';
import type { BuiltInSupport } from './builtInSupport.ts';
import type { FieldTable } from './fieldTable.ts';

/** Where a fact comes from and when it was last checked. */
export interface Source {
  readonly title: string;
  readonly url?: string;
  /** `YYYY-MM-DD`. */
  readonly verified: string;
  /** `measured` on the running tool, read in its own `documentation`, or `secondHand`. */
  readonly evidence: 'measured' | 'documentation' | 'secondHand';
}

/** One word that can stand in a place, with what it means. Used for enumerated values, tools, models, events. */
export interface VocabularyEntry {
  readonly value: string;
  /** One sentence, Markdown. */
  readonly description: string;
  /** Other spellings that the tool takes for the same thing. */
  readonly aliases?: readonly string[];
  /** Set when the tool still takes the word and its vendor has replaced it. */
  readonly deprecated?: string;
  /** The release since which it exists. */
  readonly since?: string;
  /** Known, and not worth offering: host-gated, automatic or undocumented. */
  readonly hidden?: boolean;
  /** True for a word that is the whole value: a list that has it means nothing by it. */
  readonly alone?: boolean;
  /** Why such an agent never gets it, although the name is right. */
  readonly unavailable?: string;
  /** What else there is to know of it, a condition or a limit: whole sentences. */
  readonly remark?: string;
  readonly url?: string;
  /**
   * What completion inserts instead of `value`, as an LSP snippet with two-space indentation, where parts of it are
   * the author's own; for a key, what it inserts behind `key:`.
   */
  readonly snippet?: string;
  /** Where `value` is a form (`mcp__server__tool`): a regular expression for the words that have it. */
  readonly pattern?: string;
  /** What stands in the parentheses that may follow it: `Agent(reviewer, tester)`. */
  readonly argument?: Kind;
  /** An example of what narrows it, in parentheses, where a field takes such: `git *`. */
  readonly specifier?: string;
  /** For a hook event: what its matcher is compared with, as far as there are words to offer. */
  readonly matcher?: Kind | readonly string[];
  /** For a colour: a CSS colour near the one shown. */
  readonly css?: string;
}

/** How a field's value is completed, beyond what its type says. */
export type Kind =
  /** Tool names of the dialect, in a comma string or a list. */
  | 'tools'
  /** A model alias or id. */
  | 'model'
  | 'color'
  /** Names of skills or agents in the workspace. */
  | 'skillNames'
  | 'agentNames'
  | 'mcpServerNames'
  | 'hooks'
  /** What the matcher of the hook event around it says. */
  | 'hookMatcher'
  | 'globs'
  | 'path'
  | 'text';

/**
 * What the dialect knows of one field, hung on the zod schema with `.meta()`. Everything that is said about a field
 * (completion, hover, documentation, messages) is read from here.
 */
export interface FieldMeta {
  /** What the field does, Markdown, first sentence short enough for a list. */
  readonly description: string;
  readonly kind?: Kind;
  /** The values worth offering, with a line on each. For a closed list zod's `enum` must agree. */
  readonly values?: readonly VocabularyEntry[];
  /** What separates several items in one string; without it a string is one item. */
  readonly separator?: Separator;
  /**
   * True where parentheses narrow a tool, as in a permission rule: `Bash(git *)`. False where none count, not even
   * those behind a tool that has an `argument`.
   */
  readonly specifiers?: boolean;
  /** For a map whose keys are words of the tool: those words. Other keys pass. */
  readonly keys?: readonly VocabularyEntry[];
  /** What the tool does when the key is absent. */
  readonly defaultText?: string;
  /** What the tool does with a bad value. */
  readonly whenWrong?: string;
  readonly since?: string;
  /** Set when the key still works and has been replaced: by what, a whole sentence. */
  readonly deprecation?: string;
  /** The documentation of this very field, when it has a page or an anchor of its own. */
  readonly url?: string;
  /** Written by hand in examples: the YAML of the value as it would stand after `key: `. */
  readonly examples?: readonly string[];
  /** True for a field that limits what the agent may do: losing it is an error. */
  readonly limits?: boolean;
  /** Order in completion and scaffolds; lower first. Fields without one come after, in schema order. */
  readonly order?: number;
  /**
   * What completion inserts after `key:`, as an LSP snippet with two-space indentation: it begins with the space or
   * the line break after the colon. Derived from the type and values when absent.
   */
  readonly snippet?: string;
  /** Known to the tool and not offered. */
  readonly hidden?: boolean;
  /** Where this field's facts come from, when not from the dialect's own source. */
  readonly source?: Source;
}

declare module 'zod' {
  interface GlobalMeta extends Partial<Omit<FieldMeta, 'description' | 'examples'>> {}
}

/** What can stand in the prompt below the front matter. */
export interface BodyConventions {
  /** Placeholders that the tool substitutes: `$ARGUMENTS`, `${today}`. */
  readonly placeholders?: readonly VocabularyEntry[];
  /** The field that names further ones, which stand as `$name`. */
  readonly placeholderField?: string;
  /** True when `@path` names a file that the tool includes. */
  readonly imports?: boolean;
  /**
   * Set where a relative `@path` is looked up from the folder of the file it stands in, included once when the file is
   * loaded, and skipped silently when there is none. Elsewhere it cannot be told from here what it names.
   */
  readonly importsFrom?: 'file';
  /** How many files in a row are included so, each imported by the one before; those further away are never read. */
  readonly importDepth?: number;
  /** Length in characters beyond which the tool refuses or cuts the prompt. */
  readonly maxLength?: number;
}

/**
 * A bundle is a folder that a file in it makes one, as `.claude-plugin/plugin.json` makes a plugin: below it, folders
 * have a meaning that they do not have elsewhere.
 */
export interface PluginPlacement {
  /** The path of the file below the folder. */
  readonly manifest: string;
  /** Paths of agent files below the folder, as globs; all in one folder of a fixed name. */
  readonly files: readonly string[];
  /** Where else the file `marker`, which is JSON, can say that such files lie. */
  readonly named?: {
    /** The key at whose value paths are named. */
    readonly key: string;
    /** Globs for such files below a folder that is named. */
    readonly below: readonly string[];
    /** True where a single file can be named too. */
    readonly files: boolean;
    /** True where the named paths come on top of the usual folder. Else they take its place. */
    readonly adds: boolean;
  };
}

/** Folders that several tools read, each with a schema of its own. */
export interface SharedFolders {
  /** Globs like those of `files`. */
  readonly files: readonly string[];
  /** Top-level keys that mark a file there as written for this tool: no other of them knows these. */
  readonly keys: readonly string[];
}

/** One kind of agent file as one tool reads it: all that is known about it, as data. */
export interface Dialect {
  /** Stable and kebab-case; in settings and output. */
  readonly id: string;
  /** "Claude Code subagent". */
  readonly title: string;
  /** Names that `--for` and `agentFiles.targets` take for this dialect's tool: `claude`. */
  readonly target?: string;
  /** Paths of such files as globs over the absolute path with `/`; `**` crosses folders. */
  readonly files: readonly string[];
  /** Where such files lie in a bundle, beside `files`. */
  readonly inPlugins?: PluginPlacement;
  /** Folders that its tool reads as others do: whose a file there is, its keys tell. */
  readonly shares?: SharedFolders;
  readonly documentation: string;
  readonly source: Source;
  /**
   * What to write, as a loose object: unknown keys pass, since what they lead to is the loader's to say. Made when
   * first asked for, since most runs of the server never do.
   */
  readonly schema: () => z.ZodType;
  /** The schema as a table. Made when first asked for, and kept. */
  readonly fields: () => FieldTable;
  /** The tools that an agent of this dialect can be given. */
  readonly tools?: readonly VocabularyEntry[];
  /** The agents that the tool brings along, where files can name agents. */
  readonly agents?: readonly VocabularyEntry[];
  /** What editors say about such files by themselves. */
  readonly builtInSupport?: readonly BuiltInSupport[];
  readonly loader: Loader;
  /** Whose reading counts instead for a file that says itself which tool it is for. */
  readonly loaderFor?: (document: AgentDocument) => Loader | undefined;
  readonly body?: BodyConventions;
  /** The front matter of a new file, as an LSP snippet, fences included. */
  readonly template: string;
  /** What a file of this dialect defines, for references and duplicate names. */
  readonly defines?: 'agent' | 'skill' | 'command' | 'style' | 'rule';
  /**
   * What becomes of several files of one name, as a sentence; its source is that of the dialect. Absent where it is not
   * known, and `null` where the name is no more than what is shown.
   */
  readonly duplicates?: string | null;
}
