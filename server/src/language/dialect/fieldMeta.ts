import type { Separator } from '../document/csvItem.ts';

/** Where a fact comes from and when it was last checked. */
export interface Source {
  readonly title: string;
  readonly url?: string;
  /** `YYYY-MM-DD`. */
  readonly verified: string;
  /** `measured` on the running tool, read in its own `documentation`, or `secondHand`. */
  readonly evidence: 'measured' | 'documentation' | 'secondHand';
}

/** One value of a vocabulary and its meaning: an enumerated value, a tool, a model, an event. */
export interface VocabularyEntry {
  readonly value: string;
  /** One sentence, Markdown. */
  readonly description: string;
  /** Other spellings that the tool accepts. */
  readonly aliases?: readonly string[];
  /** Set when the tool still accepts the value but its vendor has replaced it. */
  readonly deprecated?: string;
  /** The release since which it exists. */
  readonly since?: string;
  /** Known, but left out of completion: host-gated, automatic or undocumented. */
  readonly hidden?: boolean;
  /** True for a value that must stand alone: it has no meaning in a list. */
  readonly alone?: boolean;
  /** Why such an agent never gets it, although the name is valid. */
  readonly unavailable?: string;
  /** For a tool that only some sessions have: which, completes "only …". */
  readonly onlyIn?: string;
  /** A further condition or limit: whole sentences. */
  readonly remark?: string;
  readonly url?: string;
  /**
   * What completion inserts instead of `value`, as an LSP snippet with two-space indentation, if the author fills in
   * parts of it; for a key, what it inserts after `key:`.
   */
  readonly snippet?: string;
  /** If `value` is a pattern (`mcp__server__tool`): a regular expression for the values that match it. */
  readonly pattern?: string;
  /** What the parentheses that may follow it contain: `Agent(reviewer, tester)`. */
  readonly argument?: Kind;
  /** An example of a specifier in parentheses, for fields that accept one: `git *`. */
  readonly specifier?: string;
  /** For a hook event: the known values that its matcher is compared with. */
  readonly matcher?: Kind | readonly string[];
  /** For a color: a CSS color near the one shown. */
  readonly css?: string;
}

/** How a field's value is completed, beyond what its type says. */
export type Kind =
  /** Tool names of the dialect, in a comma string or a list. */
  | 'tools'
  /** A model alias or ID. */
  | 'model'
  | 'color'
  /** Names of skills or agents in the workspace. */
  | 'skillNames'
  | 'agentNames'
  | 'mcpServerNames'
  | 'hooks'
  /** The matcher values of the enclosing hook event. */
  | 'hookMatcher'
  | 'globs'
  | 'path'
  | 'text';

/**
 * What the dialect knows about one field, attached to the zod schema with `.meta()`. Completion, hover, documentation and
 * messages read it from here.
 */
export interface FieldMeta {
  /** What the field does, Markdown, first sentence short enough for a list. */
  readonly description: string;
  readonly kind?: Kind;
  /** The values for completion, with a line on each. For a closed list zod's `enum` must agree. */
  readonly values?: readonly VocabularyEntry[];
  /** What separates several items in one string; without it a string is one item. */
  readonly separator?: Separator;
  /**
   * True if parentheses narrow a tool, as in a permission rule: `Bash(git *)`. False if they have no effect, not even
   * after a tool that has an `argument`.
   */
  readonly specifiers?: boolean;
  /** For a mapping whose keys come from a vocabulary: that vocabulary. Other keys are accepted. */
  readonly keys?: readonly VocabularyEntry[];
  /** What the tool does when the key is absent. */
  readonly defaultText?: string;
  /** What the tool does with a bad value. */
  readonly whenWrong?: string;
  readonly since?: string;
  /** Set when the key still works but has been replaced: by what, a whole sentence. */
  readonly deprecation?: string;
  /** The documentation of this field, when it has its own page or anchor. */
  readonly url?: string;
  /** Examples: the YAML of the value as written after `key: `. */
  readonly examples?: readonly string[];
  /** True for a field that limits what the agent may do: losing it is an error. */
  readonly limits?: boolean;
  /** Order in completion and templates; lower first. Fields without one follow in schema order. */
  readonly order?: number;
  /**
   * What completion inserts after `key:`, as an LSP snippet with two-space indentation: it starts with the space or
   * the line break after the colon. Derived from the type and values when absent.
   */
  readonly snippet?: string;
  /** Known to the tool, but left out of completion. */
  readonly hidden?: boolean;
  /** The source of this field's facts, if not the dialect's own. */
  readonly source?: Source;
}

declare module 'zod' {
  interface GlobalMeta extends Partial<Omit<FieldMeta, 'description' | 'examples'>> {}
}
