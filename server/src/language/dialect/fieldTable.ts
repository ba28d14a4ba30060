import * as z from 'zod';
import type { Dialect, Source } from './dialect.ts';
import { type Field, type FieldVariants, fieldFrom, type JsonSchema } from './field.ts';

/** A way into front matter: keys of maps and positions in lists. */
export type FieldPath = readonly (string | number)[];

/** All that a dialect knows of its fields, for whoever completes, explains, scaffolds or documents them. */
export interface FieldTable {
  /** The top-level fields: those with an `order` first, by it; then the others as the schema has them. */
  readonly fields: readonly Field[];
  /**
   * The field at a path, through maps, list items, unions and records: `['hooks', 'PreToolUse', 0, 'matcher']`.
   * `undefined` when the dialect knows nothing of it.
   */
  field(path: FieldPath): Field | undefined;
}

/** The table of a dialect. */
export function fieldsOf(dialect: Dialect): FieldTable {
  return dialect.fields();
}

/** Makes the table of a schema. `source` is that of the fields which name none. */
export function fieldTableOf(schema: z.ZodType, source: Source): FieldTable {
  const json = z.toJSONSchema(schema, { target: 'draft-7', io: 'input', unrepresentable: 'any' });
  const root = fieldFrom('', json as JsonSchema, true, source);
  return {
    fields: root.fields,
    field: path => path.reduce<Field | undefined>((field, step) => field && nested(field, step), root),
  };
}

/**
 * The keys that can stand in a map beside the ones it has: where a key decides which others there are, as `type`
 * does in a hook handler, only those that go with its value.
 */
export function fieldsBeside(field: Field, present: Readonly<Record<string, unknown>>): readonly Field[] {
  const variant = field.variants && variantOf(field.variants, present[field.variants.key]);
  return variant?.fields ?? field.fields;
}

function variantOf({ of }: FieldVariants, value: unknown) {
  return value === undefined
    ? of.find(variant => variant.usual)
    : of.find(variant => variant.values.some(word => word === value));
}

/** The field one step below another. Of a map whose keys are free, every key is a field. */
function nested(field: Field, step: string | number): Field | undefined {
  if (typeof step === 'number') return field.item;
  const known = field.fields.find(({ name }) => name === step);
  if (known) return known;
  if (!field.entry) return undefined;
  const key = field.keys.find(({ value }) => value === step);
  return { ...field.entry, name: step, ...(key && { description: key.description, term: key }) };
}
