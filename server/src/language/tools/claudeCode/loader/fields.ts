import type { OffsetRange } from '../../../document/offsets.ts';
import type { Node } from '../../../document/yamlNodes.ts';

/** A top-level key as Claude Code reads it, and where it is in the file. */
export interface Field {
  readonly key: string;
  readonly keyRange: OffsetRange;
  /** The value as written; an empty range after the colon when there is none. */
  readonly range: OffsetRange;
  /** The value as the tool reads it from the YAML. */
  readonly value: unknown;
  /** The value's tree with document offsets, where there is one: for the parts of lists and mappings. */
  readonly node: Node | undefined;
  /** True when the repair put the value in quotes. */
  readonly repaired: boolean;
}

/** The fields that count, by key: the last one where a key is given twice. */
export function lastOfEach(fields: readonly Field[]): ReadonlyMap<string, Field> {
  return new Map(fields.map(field => [field.key, field]));
}
