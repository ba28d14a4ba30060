import type { OffsetRange } from './offsets.ts';
import type { FlowOutline } from './outlineFlow.ts';
import type { ScalarOutline } from './outlineText.ts';

/** A `|` or `>` scalar. */
export interface BlockScalarOutline {
  readonly kind: 'blockScalar';
  readonly range: OffsetRange;
}

/** One `key: value`, or a single word on a line that may become a key. */
export interface PairOutline {
  readonly key: string;
  /** Without quotes. */
  readonly keyRange: OffsetRange;
  readonly quote: ScalarOutline['quote'];
  readonly column: number;
  /** The offset of the colon; `undefined` if it is missing. */
  readonly colon: number | undefined;
  value: ValueOutline | undefined;
}

/** A block mapping: keys in one column. */
export interface MapOutline {
  readonly kind: 'map';
  column: number;
  readonly pairs: PairOutline[];
}

/** One `- value`. */
export interface ItemOutline {
  readonly start: number;
  /** The offset of the dash; `undefined` for a word in a list's column without one. */
  readonly dash: number | undefined;
  value: ValueOutline | undefined;
}

/** A block list: items in one column. */
export interface ListOutline {
  readonly kind: 'list';
  readonly column: number;
  readonly items: ItemOutline[];
}

export type ValueOutline = ScalarOutline | BlockScalarOutline | FlowOutline | MapOutline | ListOutline;
