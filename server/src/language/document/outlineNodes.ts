import type { OffsetRange } from './offsets.ts';
import type { FlowOutline } from './outlineFlow.ts';
import type { ScalarOutline } from './outlineText.ts';

/** A `|` or `>` scalar; its lines are text and nothing else. */
export interface BlockScalarOutline {
  readonly kind: 'blockScalar';
  readonly range: OffsetRange;
}

/** One `key: value`, or a word on a line of its own that may become a key. */
export interface PairOutline {
  readonly key: string;
  /** Without quotes. */
  readonly keyRange: OffsetRange;
  readonly quote: ScalarOutline['quote'];
  readonly column: number;
  /** Offset of the colon; `undefined` while it has not been typed. */
  readonly colon: number | undefined;
  value: ValueOutline | undefined;
}

/** Keys under each other at one column. */
export interface MapOutline {
  readonly kind: 'map';
  column: number;
  readonly pairs: PairOutline[];
}

/** One `- value`. */
export interface ItemOutline {
  readonly start: number;
  /** Offset of the dash; `undefined` for a word in a list's column that still lacks it. */
  readonly dash: number | undefined;
  value: ValueOutline | undefined;
}

/** Items under each other at one column. */
export interface ListOutline {
  readonly kind: 'list';
  readonly column: number;
  readonly items: ItemOutline[];
}

export type ValueOutline = ScalarOutline | BlockScalarOutline | FlowOutline | MapOutline | ListOutline;
