import type { IssueCode } from '../loading/issueCodes.ts';
import type { Severity } from '../rules/rule.ts';
import type { Source } from './dialect.ts';

/**
 * A way into front matter in which `*` stands for any key and `#` for any position in a list:
 * `['hooks', '*', '#', 'matcher']`.
 */
export type PathPattern = readonly string[];

/** What kind of place a cursor is in, as finely as editors are known to differ. */
export type Place =
  /** In a map written by indentation: nothing typed and no other key; nothing typed; a key. */
  | 'firstKey'
  | 'nextKey'
  | 'typedKey'
  /** In a map in brackets: nothing typed; a key. */
  | 'newFlowKey'
  | 'typedFlowKey'
  /** In the value of a key: nothing typed; a word; one without the space that belongs before it; in quotes. */
  | 'newValue'
  | 'typedValue'
  | 'unspacedValue'
  | 'quotedValue'
  /** In a list written by indentation: nothing typed behind `- `; directly behind `-`; an item; no dash yet. */
  | 'newItem'
  | 'unspacedItem'
  | 'typedItem'
  | 'bareItem'
  /**
   * In a list in brackets: nothing typed, behind a bracket or comma; nothing typed, at the start of a line; an item.
   */
  | 'newFlowItem'
  | 'newFlowLine'
  | 'typedFlowItem'
  /** In a string of several items: nothing typed behind a comma; nothing typed behind a space; an item. */
  | 'newStringItem'
  | 'spacedStringItem'
  | 'typedStringItem'
  /** The same in double quotes: one of several; the only one, or one in single quotes. */
  | 'quotedStringItem'
  | 'otherQuotedItem'
  /** On a further line of such a string. */
  | 'laterStringItem';

/** What an editor lists when completion is asked for in a place. */
export interface EditorCandidate {
  /** The map, for a key; else the value or list. */
  readonly path: PathPattern;
  readonly places: readonly Place[];
  readonly labels: readonly string[];
  /** True where it lists the names of the workspace's agents as well. */
  readonly names?: true;
  /**
   * `right`: what it inserts is what belongs there. `wrong`: it lists them, but they are meant for another place or
   * break the text. `hidden`: its list has them, and they never match what stands there, so nobody sees them.
   */
  readonly quality: 'right' | 'wrong' | 'hidden';
}

/** What an editor may say of a field beside what it is for. */
export type Aspect = 'values' | 'default';

/** Words that an editor explains on hover: the first sentence of what there is to say. */
export interface EditorHover {
  readonly path: PathPattern;
  readonly on: 'key' | 'value';
  readonly words: readonly string[];
  /** What else it says of them, and says rightly. */
  readonly aspects?: readonly Aspect[];
}

/** A list of words beyond which an editor marks a word as wrong. */
export interface EditorCheck {
  readonly path: PathPattern;
  readonly on: 'key' | 'value';
  readonly accepts: readonly string[];
}

/** How the value of a top-level key is written, as far as editors that know no types tell it. */
export type Written =
  /** The key is not there; there is nothing behind its colon; an empty text in quotes. */
  'absent' | 'nothing' | 'empty' | 'scalar' | 'list' | 'map';

/** Causes that an editor reports by itself, in the terms of our own. */
export interface EditorReport {
  readonly codes: readonly IssueCode[];
  /** The top-level keys at or below which it does; absent: anywhere. */
  readonly fields?: readonly string[];
  /** How their values are written where it does; absent: in whatever way. */
  readonly written?: readonly Written[];
  /** As much as it says of them. What weighs more with the tool than this is not said by the editor. */
  readonly covers: Severity;
}

/** What must hold beside the language of a document. */
export interface EditorCondition {
  /** An extension that is there, by its id. */
  readonly extension?: string;
  /** A top-level key with a value. */
  readonly field?: { readonly key: string; readonly value: string };
}

/** What an editor offers, explains and checks by itself in files of a dialect. Dated data, like all facts. */
export interface BuiltInSupport {
  /** "VS Code". Messages use it. */
  readonly title: string;
  /** The names by which products with this support call themselves. */
  readonly editors: readonly string[];
  /** The languages of documents in which it works. */
  readonly languageIds: readonly string[];
  /** Absent: it works always. */
  readonly requires?: EditorCondition;
  /** The oldest release known to have it: `1.128.0`. What an older one does is not known, or another thing. */
  readonly since: string;
  readonly source: Source;
  /** The characters at whose typing it lists by itself. At others that we ask to be told of, it asks us alone. */
  readonly triggers: readonly string[];
  readonly candidates: readonly EditorCandidate[];
  readonly hovers: readonly EditorHover[];
  readonly checks: readonly EditorCheck[];
  readonly reports: readonly EditorReport[];
  /** Top-level keys in whose nested lines it still is on the next top-level line. */
  readonly keepsHold: readonly string[];
}
