import type { Source, VocabularyEntry } from '../../dialect/dialect.ts';
import type { FieldTable } from '../../dialect/fieldTable.ts';
import type { AgentDocument } from '../../document/agentDocument.ts';
import type { OffsetRange } from '../../document/offsets.ts';
import type { ToolProduct } from '../../tools/shared/toolConversions.ts';
import type { Effect, IssueCollector } from '../issue.ts';
import type { IssueCode } from '../issueCodes.ts';
import type { LoadResult } from '../loader.ts';
import type { MismatchContext } from '../mismatches.ts';
import type { Places } from '../places.ts';
import type { Problem, Shape } from '../shape.ts';
import type { ReadFiles } from '../unread.ts';

/** What the tool does about something it does not document, where its makers or others say so. */
export interface Consequence {
  readonly effect: Effect;
  /** What the tool does; names it, without a final period. */
  readonly consequence: string;
  /** What to do, an imperative. */
  readonly advice?: string;
  /** Set where others than the tool's makers say so. */
  readonly evidence?: 'secondHand';
}

/** What is known of one key that the tool does not have, or no longer has. */
export interface KeyFact {
  /** `key.unknown` when absent. */
  readonly code?: IssueCode;
  /** `noted` when absent. */
  readonly effect?: Effect;
  /** What is wrong; by `code` when absent. */
  readonly problem?: string;
  /** What the tool does; names it, without a final period. */
  readonly consequence?: string;
  /** What to do, an imperative. */
  readonly advice?: string;
  /** The key to write instead. */
  readonly suggestion?: string;
  /** Set when the fact applies to some values only. */
  readonly holds?: (value: unknown) => boolean;
  readonly evidence?: 'secondHand';
}

/** A key that lists tools, and what is known of the names. */
export interface ToolList {
  readonly key: string;
  readonly tools: readonly VocabularyEntry[];
  /** Values that each stand alone instead of a list. */
  readonly categories?: readonly VocabularyEntry[];
  /** By which column the names of other products are translated. */
  readonly product?: ToolProduct;
  /**
   * `closed`: no other names exist. `open`: other names may be valid, so only those of other products and misspellings
   * are reported.
   */
  readonly names: 'open' | 'closed';
  /** Set where the case of a name does not count. */
  readonly anyCase?: true;
  /** Further forms of a name that the tool understands. */
  readonly accepts?: RegExp;
  /** What the tool does with parentheses behind a name; where absent, that it documents none. */
  readonly specifier?: Consequence;
  /** Names that certainly do not exist, with what to write instead; `null`: nothing does the same. */
  readonly absent?: Readonly<Record<string, string | null>>;
  /** What the tool does with a wrong name. */
  readonly wrong: Consequence;
  /** The same for a name that is wrong unless an MCP server has a tool of that name; `wrong` when absent. */
  readonly unsure?: Consequence;
  /** What the tool does with a list in which no name is a tool; `wrong` when absent. */
  readonly none?: Consequence & {
    /** Set where names of MCP tools do not count as tools. */
    readonly despiteMcp?: true;
  };
  /** How tools of MCP servers are named. `write` makes such a name; without a tool, of the whole server. */
  readonly mcp?: { readonly pattern: RegExp; readonly write: (server: string, tool?: string) => string };
  /** What a list without names means. */
  readonly empty?: Consequence & { readonly meaning: 'none' | 'all' };
}

/** The keys of a dialect that limit an agent, for authors who use those of another product. */
export interface LimitKeys {
  /** What it may use. */
  readonly allow?: string;
  /** What it may not use. */
  readonly deny?: string;
  /** How it asks for permission, or whether it only reads. */
  readonly mode?: string;
  /** How many turns it may take. */
  readonly turns?: string;
}

/** The front matter as the tool reads it, and the prompt. */
export interface Reading {
  readonly data: Readonly<Record<string, unknown>>;
  readonly body: OffsetRange;
  /** Keys whose value could not be read. They are not reported again. */
  readonly invalid: ReadonlySet<string>;
  /** Set where the tool gives up: it reads no field, and nothing more is reported. */
  readonly isUnreadable?: true;
  /** Set where the tool loads the file without its front matter: no key is checked. */
  readonly isLost?: true;
}

/** The input of a dialect's own conditions. */
export interface Loaded {
  readonly document: AgentDocument;
  readonly path: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly places: Places;
  readonly body: OffsetRange;
}

/** How one tool reads one kind of file, as far as it is documented or was measured. All of it is data of the dialect. */
export interface DocumentedFormat {
  /** `measured`: a conformance test compares it with recorded verdicts. `documented` when absent. */
  readonly evidence?: 'measured';
  /** The tool as its vendor writes it. */
  readonly tool: string;
  /** The release that the documentation describes. */
  readonly version: string;
  /** What kind of file it is: "agent", "rule". */
  readonly what: string;
  readonly frontMatter: 'required' | 'optional' | 'none';
  /** Which files of its folder it reads, where that is known. */
  readonly place?: Omit<ReadFiles, 'tool'>;
  /** Files of the folder that are something else, by name. They are not reported. */
  readonly excludes?: (fileName: string) => boolean;
  /** Set where the tool takes README.md and the like for what the folder is for, too. */
  readonly readsNotes?: true;
  /** The tool's own reader; a YAML reader when absent. */
  readonly read?: (document: AgentDocument, issues: IssueCollector) => Reading;
  /** Keys whose value is read as written, whether or not it is valid YAML. */
  readonly verbatim?: readonly string[];
  /** What the tool does when the front matter is missing, late or unclosed. */
  readonly badDelimiters?: Consequence;
  /** What the tool does with invalid YAML. */
  readonly badYaml?: Consequence;
  /** The same for a line that a line-based reader could read as a string, where the tool may be one. */
  readonly textLine?: Consequence;
  /** What the tool does about errors in a field, by field: for all kinds, or by kind. */
  readonly errors?: Readonly<Record<string, Consequence | Readonly<Partial<Record<Problem, Consequence>>>>>;
  /** What the tool does without a prompt. */
  readonly noPrompt?: Consequence;
  /** What the tool does about an error in a field that `errors` does not have. */
  readonly invalid?: Consequence;
  /** A code of the tool's own for a mismatch; the general one when it returns `undefined`. */
  readonly code?: MismatchContext['code'];
  /** Keys of other products and releases. */
  readonly keys?: Readonly<Record<string, KeyFact>>;
  /** The same for keys that are known by their form. */
  readonly keyFact?: (key: string, data: Readonly<Record<string, unknown>>) => KeyFact | undefined;
  /** What the tool does with a key that it does not have. Where absent, only what it documents is known. */
  readonly unknownKeys?: 'ignored' | 'rejected';
  readonly limits?: LimitKeys;
  readonly toolLists?: readonly ToolList[];
  /** What the tool does with Claude's short model names under `model`. */
  readonly claudeModels?: Consequence;
  /** Where the agent's name comes from: `name`, `name` or else the file name, or always the file name. */
  readonly namedBy: 'name' | 'nameOrFile' | 'file';
  /** Reports what depends on several fields, or on the prompt. */
  readonly conditions?: (loaded: Loaded, issues: IssueCollector) => void;
  /** The parts of a file that loads which the tool reads in a way of its own. */
  readonly result?: (loaded: Loaded) => Partial<LoadResult>;
}

/** A format and the fields of its dialect. */
export interface DocumentedDialectFacts extends DocumentedFormat {
  readonly source: Source;
  readonly fields: () => FieldTable;
  readonly shape: () => Shape;
}
