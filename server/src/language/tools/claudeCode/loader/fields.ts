import type { OffsetRange } from '../../../document/offsets.ts';
import type { Node } from '../../../document/yamlNodes.ts';

/** A top-level key as Claude Code reads it, with where it stands in the file. */
export interface Field {
  readonly key: string;
  readonly keyRange: OffsetRange;
  /** The value as written; empty, behind the colon, when there is none. */
  readonly range: OffsetRange;
  /** The value as the tool takes it out of the YAML. */
  readonly value: unknown;
  /** The value's tree with document offsets, where there is one: for the parts of lists and maps. */
  readonly node: Node | undefined;
  /** True when the repair put the value in quotes. */
  readonly repaired: boolean;
}

/** The fields that count, by key: the last one where a key is given twice. */
export function lastOfEach(fields: readonly Field[]): ReadonlyMap<string, Field> {
  return new Map(fields.map(field => [field.key, field]));
}
