import type { Cause } from '../issue.ts';

/** Why a strict parser cannot read front matter, in its author's terms. */
export interface YamlCause extends Cause {
  readonly code: 'yaml.invalid' | 'yaml.duplicateKey';
  /** The top-level key whose value it helps to quote. */
  readonly key?: string;
  /** The kind of slip, for readers that tolerate some or treat them differently. */
  readonly slip?: Slip;
}

/** A cause without what is derived from it. */
export type BareCause = Omit<YamlCause, 'code'>;

/** The kind of an author's slip. */
export type Slip =
  /** A quotation mark that is not closed, or that text follows. */
  | 'quote'
  /** No space after a key's colon. */
  | 'space'
  /** A colon and a space in an unquoted value. */
  | 'colon'
  /** An unquoted value that starts with a YAML indicator. */
  | 'mark'
  /** A list item on the line of its key. */
  | 'item'
  /** A key in another column than its neighbors, or a further line of text that looks like a key. */
  | 'indent'
  /** A tab in the indentation. */
  | 'tab'
  /** A key that needs quotes. */
  | 'key';
