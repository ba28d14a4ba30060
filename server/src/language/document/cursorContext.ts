import type { Path } from './agentDocument.ts';
import type { Call, Separator } from './csvItem.ts';
import type { OffsetRange } from './offsets.ts';
import type { Quote } from './outlineText.ts';

export type { Call, Quote, Separator };

/** Block: on lines of its own. Flow: inside brackets, where nothing may need a line break. */
export type Style = 'block' | 'flow';

/** The whole file is nothing, or nothing but the dashes of an opening fence. */
export interface EmptyContext {
  readonly kind: 'empty';
  /** What stands on the cursor's line: nothing, or the dashes. */
  readonly range: OffsetRange;
  /** True when the opening fence stands on a line above. */
  readonly isOpened: boolean;
}

/** On one of the two lines of dashes. */
export interface DelimiterContext {
  readonly kind: 'delimiter';
  readonly delimiter: 'open' | 'close';
  readonly range: OffsetRange;
}

/** Where a key stands or could be typed. */
export interface KeyContext {
  readonly kind: 'key';
  /** The map that the key is in; empty at the top. */
  readonly path: Path;
  /** The key as far as it is written, quotes left out; empty, at the cursor, when there is none. */
  readonly range: OffsetRange;
  readonly text: string;
  /** `text` up to the cursor. */
  readonly prefix: string;
  /** The map's other keys. */
  readonly present: readonly string[];
  /** Of the other keys, those with a word or text as value, and that text. */
  readonly values: ReadonlyMap<string, string>;
  /** The key above it in a map written by indentation, and what its value is. */
  readonly previous: PreviousKey | undefined;
  readonly hasColon: boolean;
  readonly style: Style;
  readonly hang: number;
}

/** The key before another. */
export interface PreviousKey {
  readonly key: string;
  /** `block`: lines of text. `open`: its quote or bracket is not closed. `nested`: a map or list. */
  readonly value: 'none' | 'text' | 'block' | 'open' | 'nested';
}

/** What contexts of a written or missing scalar have in common. */
interface ScalarPart {
  /** What is written, quotes left out; empty, at the cursor, when there is nothing. */
  readonly range: OffsetRange;
  readonly text: string;
  readonly quote: Quote;
  /** False while the closing quote is missing. */
  readonly isClosed: boolean;
}

/** In the value of a key. */
export interface ValueContext extends ScalarPart {
  readonly kind: 'value';
  readonly path: Path;
  readonly isEmpty: boolean;
  /** What YAML needs before the value: a space directly behind the colon. */
  readonly lead: '' | ' ';
  readonly style: Style;
  readonly hang: number;
}

/** In an item of a list. */
export interface ListItemContext extends ScalarPart {
  readonly kind: 'listItem';
  /** The list. */
  readonly path: Path;
  readonly index: number;
  readonly style: Style;
  /** The list's other items, as they are written without quotes; maps and lists among them left out. */
  readonly siblings: readonly string[];
  /** What YAML needs before the item: a space directly behind the dash, or the dash itself. */
  readonly lead: '' | ' ' | '- ';
  /** Where the list begins, or its items before this one stand: on the cursor's line, or only above it. */
  readonly begins: 'here' | 'above';
  /** What YAML needs behind it: a comma, when another item follows on a later line. */
  readonly follow: '' | ',';
  readonly hang: number;
  readonly call: Call | undefined;
}

/** In one item of a string that holds several. */
export interface CsvItemContext {
  readonly kind: 'csvItem';
  /** The field: the string's own path, or that of the list which the string is in. */
  readonly path: Path;
  readonly index: number;
  readonly range: OffsetRange;
  readonly text: string;
  /** How the string around it is written. */
  readonly quote: Quote;
  readonly siblings: readonly string[];
  /** The string's other items; `siblings` without those of a list around it. */
  readonly inString: readonly string[];
  /** Where the string begins: the cursor's line or one above. */
  readonly begins: 'here' | 'above';
  /** The nearest character before the item that is no white space, within the string; empty at its start. */
  readonly behind: string;
  readonly lead: '' | ' ';
  readonly call: Call | undefined;
}

/** In the prompt. */
export interface BodyContext {
  readonly kind: 'body';
  /** The run of characters other than white space that the cursor touches. */
  readonly range: OffsetRange;
  readonly text: string;
}

/** In a place about which nothing can be said: a comment, prose among the keys, a block of text. */
export interface NoContext {
  readonly kind: 'none';
}

/**
 * What a cursor is in. `hang` says by how many columns the place is further right than its line's indentation, which
 * is what editors give the further lines of an inserted text: 2 for a key behind `- `.
 */
export type CursorContext =
  | EmptyContext
  | DelimiterContext
  | KeyContext
  | ValueContext
  | ListItemContext
  | CsvItemContext
  | BodyContext
  | NoContext;
