import type { Source, VocabularyEntry } from '../../dialect/dialect.ts';
import type { FieldTable } from '../../dialect/fieldTable.ts';
import type { AgentDocument } from '../../document/agentDocument.ts';
import type { OffsetRange } from '../../document/offsets.ts';
import type { ToolProduct } from '../../tools/shared/toolConversions.ts';
import type { Effect, Issue } from '../issue.ts';
import type { IssueCode } from '../issueCodes.ts';
import type { Places } from '../places.ts';
import type { Problem, Shape } from '../shape.ts';
import type { ReadFiles } from '../unread.ts';

/** What a departure from the documentation leads to, where its makers or others say so. */
export interface Consequence {
  readonly effect: Effect;
  /** What the tool does, a whole sentence that names it. */
  readonly consequence: string;
  /** Set where others than the tool's makers say so. */
  readonly evidence?: 'secondHand';
}

/** What is known of one key that is none of the tool's, or not any more. */
export interface KeyFact {
  /** `key.unknown` when absent. */
  readonly code?: IssueCode;
  /** `noted` when absent. */
  readonly effect?: Effect;
  /** Whole sentences. */
  readonly problem: string;
  /** The key to write instead. */
  readonly suggestion?: string;
  /** Where the fact holds for some values only. */
  readonly holds?: (value: unknown) => boolean;
  readonly evidence?: 'secondHand';
}

/** A key that lists tools, and what is known of the names. */
export interface ToolList {
  readonly key: string;
  readonly tools: readonly VocabularyEntry[];
  /** Words that stand alone instead of a list. */
  readonly categories?: readonly VocabularyEntry[];
  /** By which column the names of other products are translated. */
  readonly product?: ToolProduct;
  /**
   * `closed`: no other names exist. `open`: other names may be right, so only those of other products and misspellings
   * are.
   */
  readonly names: 'open' | 'closed';
  /** Names that are certainly none, with what to write instead; `null`: nothing does the same. */
  readonly absent?: Readonly<Record<string, string | null>>;
  /** What a wrong name leads to. */
  readonly wrong: Consequence;
  /** What a name leads to that is wrong unless an MCP server has a tool of that name; `wrong` when absent. */
  readonly unsure?: Consequence;
  /** How tools of MCP servers are named. `write` makes such a name; without a tool, of the whole server. */
  readonly mcp?: { readonly pattern: RegExp; readonly write: (server: string, tool?: string) => string };
  /** What a list without names means. */
  readonly empty?: Consequence & { readonly meaning: 'none' | 'all' };
}

/** The keys of a dialect that limit an agent, for authors who write those of another product. */
export interface LimitKeys {
  /** What it may use. */
  readonly allow?: string;
  /** What it may not use. */
  readonly deny?: string;
  /** How it asks for permission, or that it only reads. */
  readonly mode?: string;
}

/** The front matter as the tool reads it, and the prompt. */
export interface Reading {
  readonly data: Readonly<Record<string, unknown>>;
  readonly body: OffsetRange;
  readonly issues: readonly Issue[];
  /** Keys whose value could not be made out. Nothing more is said of them. */
  readonly invalid: ReadonlySet<string>;
}

/** What a dialect's own conditions are told. */
export interface Loaded {
  readonly document: AgentDocument;
  readonly path: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly places: Places;
  readonly body: OffsetRange;
}

/** How one tool reads one kind of file, as far as its documentation goes. All of it is data of the dialect. */
export interface DocumentedFormat {
  /** The tool as its vendor writes it. */
  readonly tool: string;
  /** The release that the documentation describes. */
  readonly version: string;
  /** What such a file is: "agent", "rule". */
  readonly what: string;
  readonly frontMatter: 'required' | 'optional' | 'none';
  /** Which files of its folder it reads, where that is known. */
  readonly place?: Omit<ReadFiles, 'tool'>;
  /** Files of the folder that are something else, by name. Nothing is said of them. */
  readonly leavesOut?: (fileName: string) => boolean;
  /** A reader of the tool's own; that of YAML when absent. */
  readonly read?: (document: AgentDocument) => Reading;
  /** Keys whose value is taken as it is written, YAML or not. */
  readonly verbatim?: readonly string[];
  /** What a missing, late or unclosed front matter leads to. */
  readonly badDelimiters?: Consequence;
  /** What invalid YAML leads to. */
  readonly badYaml?: Consequence;
  /** The same for a line that is text to whoever reads lines, where it may be read so. */
  readonly textLine?: Consequence;
  /** What a field's faults lead to, by the field: all of them, or each kind. */
  readonly errors?: Readonly<Record<string, Consequence | Readonly<Partial<Record<Problem, Consequence>>>>>;
  /** What the absence of a prompt leads to. */
  readonly noPrompt?: Consequence;
  /** Keys of other products and releases. */
  readonly keys?: Readonly<Record<string, KeyFact>>;
  readonly limits?: LimitKeys;
  readonly toolLists?: readonly ToolList[];
  /** What Claude's short model names lead to under `model`. */
  readonly claudeModels?: Consequence;
  /** By what such a file is called: its `name`, that or else the file's, or always the file's. */
  readonly namedBy: 'name' | 'nameOrFile' | 'file';
  /** What depends on several fields, or on the prompt. */
  readonly conditions?: (loaded: Loaded) => readonly Issue[];
}

/** A format together with what the dialect knows of its fields. */
export interface DocumentedDialectFacts extends DocumentedFormat {
  readonly source: Source;
  readonly fields: () => FieldTable;
  readonly shape: () => Shape;
}
