import type { Path } from './agentDocument.ts';
import type { Call, Separator } from './csvItem.ts';
import type { OffsetRange } from './offsets.ts';
import type { Quote } from './outlineText.ts';

export type { Call, Quote, Separator };

/** `block`: on separate lines. `flow`: inside brackets, where insertions must not add line breaks. */
export type Style = 'block' | 'flow';

/** In a file that is empty except for the dashes of an opening delimiter. */
export interface EmptyContext {
  readonly kind: 'empty';
  /** The text of the cursor's line: empty, or the dashes. */
  readonly range: OffsetRange;
  /** True when the opening delimiter is on a line above. */
  readonly isOpened: boolean;
}

/** On one of the two delimiters. */
export interface DelimiterContext {
  readonly kind: 'delimiter';
  readonly delimiter: 'open' | 'close';
  readonly range: OffsetRange;
}

/** On a written or missing key. */
export interface KeyContext {
  readonly kind: 'key';
  /** The path of the mapping around the key; empty at the top level. */
  readonly path: Path;
  /** The key without quotes; an empty range at the cursor for a missing key. */
  readonly range: OffsetRange;
  readonly text: string;
  /** `text` up to the cursor. */
  readonly prefix: string;
  /** The other keys of the mapping. */
  readonly present: readonly string[];
  /** The values of other keys with a scalar value. */
  readonly values: ReadonlyMap<string, string>;
  /** The previous key of a block mapping, and the kind of its value. */
  readonly previous: PreviousKey | undefined;
  readonly hasColon: boolean;
  readonly style: Style;
  readonly hang: number;
}

/** The context of a key that is written in a format without indentation; nothing is said of the keys around it. */
export function keyContext(
  { text, range }: Pick<KeyContext, 'text' | 'range'>,
  path: Path,
  offset: number,
): KeyContext {
  return {
    kind: 'key',
    path,
    range,
    text,
    prefix: text.slice(0, Math.max(0, offset - range.start)),
    present: [],
    values: new Map(),
    previous: undefined,
    hasColon: true,
    style: 'flow',
    hang: 0,
  };
}

/** The previous key. */
export interface PreviousKey {
  readonly key: string;
  /** `block`: a block scalar. `open`: an unclosed quote or bracket. `nested`: a mapping or list. */
  readonly value: 'none' | 'text' | 'block' | 'open' | 'nested';
}

/** The properties shared by contexts of a written or missing scalar. */
interface ScalarPart {
  /** The text without quotes; an empty range at the cursor for a missing scalar. */
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
  /** The text that YAML requires before the value: a space directly after the colon. */
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
  /** The other scalar items of the list, without quotes. */
  readonly siblings: readonly string[];
  /** The text that YAML requires before the item: a space directly after the dash, or the dash itself. */
  readonly lead: '' | ' ' | '- ';
  /** Whether the start of the list, or an earlier item, is on the cursor's line or only above it. */
  readonly begins: 'here' | 'above';
  /** The text that YAML requires after it: a comma, when another item follows on a later line. */
  readonly follow: '' | ',';
  readonly hang: number;
  readonly call: Call | undefined;
}

/** In one item of a string with several items. */
export interface CsvItemContext {
  readonly kind: 'csvItem';
  /** The path of the field: that of the string, or of the list around it. */
  readonly path: Path;
  readonly index: number;
  readonly range: OffsetRange;
  readonly text: string;
  /** The quotes of the string. */
  readonly quote: Quote;
  readonly siblings: readonly string[];
  /** The other items of the string; unlike `siblings`, without those of a list around it. */
  readonly inString: readonly string[];
  /** Whether the string starts on the cursor's line or above. */
  readonly begins: 'here' | 'above';
  /** The last character before the item, within the string, that is not white space; empty at its start. */
  readonly behind: string;
  readonly lead: '' | ' ';
  readonly call: Call | undefined;
}

/** In the prompt. */
export interface BodyContext {
  readonly kind: 'body';
  /** The run of non-white-space characters that the cursor touches. */
  readonly range: OffsetRange;
  readonly text: string;
}

/** Without a context: in a comment, in prose among the keys, in a block scalar. */
export interface NoContext {
  readonly kind: 'none';
}

/**
 * The context of a cursor. `hang` is the number of columns between the indentation of the line, which editors apply to
 * further lines of an inserted text, and the place: 2 for a key after `- `.
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
