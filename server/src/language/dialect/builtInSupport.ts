import type { IssueCode } from '../loading/issueCodes.ts';
import type { Severity } from '../severity.ts';
import type { Source } from './fieldMeta.ts';

/**
 * A path in front matter in which `*` matches any key and `#` any position in a list: `['hooks', '*', '#', 'matcher']`.
 */
export type PathPattern = readonly string[];

/** The kind of place that a cursor is in, as finely as editors are known to differ. */
export type Place =
  /** In a block mapping: nothing typed and no other key; nothing typed; a key. */
  | 'firstKey'
  | 'nextKey'
  | 'typedKey'
  /** In a flow mapping: nothing typed; a key. */
  | 'newFlowKey'
  | 'typedFlowKey'
  /** In the value of a key: nothing typed; a value; one without the required space before it; in quotes. */
  | 'newValue'
  | 'typedValue'
  | 'unspacedValue'
  | 'quotedValue'
  /** In a block list: nothing typed after `- `; directly after `-`; an item; no dash yet. */
  | 'newItem'
  | 'unspacedItem'
  | 'typedItem'
  | 'bareItem'
  /** In a flow list: nothing typed, after a bracket or comma; nothing typed, at the start of a line; an item. */
  | 'newFlowItem'
  | 'newFlowLine'
  | 'typedFlowItem'
  /** In a string of several items: nothing typed after a comma; nothing typed after a space; an item. */
  | 'newStringItem'
  | 'spacedStringItem'
  | 'typedStringItem'
  /** The same in double quotes: one of several; the only one, or one in single quotes. */
  | 'quotedStringItem'
  | 'otherQuotedItem'
  /** On a further line of such a string. */
  | 'laterStringItem';

/** What an editor lists when completion is requested in a place. */
export interface EditorCandidate {
  /** The mapping, for a key; else the value or list. */
  readonly path: PathPattern;
  readonly places: readonly Place[];
  readonly labels: readonly string[];
  /** True if it also lists the names of the workspace's agents. */
  readonly names?: true;
  /**
   * `right`: it inserts the right text. `wrong`: it lists items that are meant for another place or break the text.
   * `hidden`: its items never match the typed text, so they are not shown.
   */
  readonly quality: 'right' | 'wrong' | 'hidden';
}

/** What an editor may show of a field besides its purpose. */
export type Aspect = 'values' | 'default';

/** Values that an editor explains on hover: the first sentence of the description. */
export interface EditorHover {
  readonly path: PathPattern;
  readonly on: 'key' | 'value';
  readonly words: readonly string[];
  /** What else it shows of them correctly. */
  readonly aspects?: readonly Aspect[];
}

/** A list of values; an editor reports any other value. */
export interface EditorCheck {
  readonly path: PathPattern;
  readonly on: 'key' | 'value';
  readonly accepts: readonly string[];
}

/** How the value of a top-level key is written, as far as editors without types distinguish it. */
export type Written =
  /** The key is missing; there is nothing after its colon; an empty string in quotes. */
  'absent' | 'nothing' | 'empty' | 'scalar' | 'list' | 'map';

/** Causes that an editor reports by itself, as issue codes. */
export interface EditorReport {
  readonly codes: readonly IssueCode[];
  /** The top-level keys at or below which it reports them; absent: anywhere. */
  readonly fields?: readonly string[];
  /** How their values must be written for that; absent: in any way. */
  readonly written?: readonly Written[];
  /** The highest effect that it covers. The editor does not report what is worse for the tool. */
  readonly covers: Severity;
}

/** What is required besides the language of a document. */
export interface EditorCondition {
  /** The ID of an installed extension. */
  readonly extension?: string;
  /** A top-level key with a value. */
  readonly field?: { readonly key: string; readonly value: string };
}

/** What an editor completes, explains and checks by itself in files of a dialect. Dated data, like all facts. */
export interface BuiltInSupport {
  /** "VS Code". Messages use it. */
  readonly title: string;
  /** The client names of products with this support. */
  readonly editors: readonly string[];
  /** The document languages in which it is active. */
  readonly languageIds: readonly string[];
  /** Absent: it is always active. */
  readonly requires?: EditorCondition;
  /** The oldest release known to have it: `1.128.0`. Older ones are unknown or differ. */
  readonly since: string;
  readonly source: Source;
  /** Its own trigger characters. At the other characters that this server registers, the editor requests only this server. */
  readonly triggers: readonly string[];
  readonly candidates: readonly EditorCandidate[];
  readonly hovers: readonly EditorHover[];
  readonly checks: readonly EditorCheck[];
  readonly reports: readonly EditorReport[];
  /** The top-level keys in which it reports unknown names of agents. */
  readonly reportsNamesIn?: readonly string[];
  /** Top-level keys whose nested context it keeps on the next top-level line. */
  readonly keepsHold: readonly string[];
}
