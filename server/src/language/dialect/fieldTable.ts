import * as z from 'zod';
import { type Field, type FieldVariants, fieldFrom, type JsonSchema } from './field.ts';
import type { Source } from './fieldMeta.ts';

/** A path in front matter: keys of mappings and positions in lists. */
export type FieldPath = readonly (string | number)[];

/** What a dialect knows about its fields, for completion, hover, templates and documentation. */
export interface FieldTable {
  /** The top-level fields: those with an `order` first, sorted by it; then the others in schema order. */
  readonly fields: readonly Field[];
  /**
   * The field at a path, through mappings, list items, unions and records: `['hooks', 'PreToolUse', 0, 'matcher']`.
   * `undefined` when the dialect does not know it.
   */
  field(path: FieldPath): Field | undefined;
}

/** The table of a dialect. */
export function fieldsOf(dialect: { readonly fields: () => FieldTable }): FieldTable {
  return dialect.fields();
}

/** A schema as JSON Schema, with all that is said of its fields. */
export function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, { target: 'draft-7', io: 'input', unrepresentable: 'any' }) as JsonSchema;
}

/** Creates the table of a schema. `source` is the source of fields without their own. */
export function fieldTableOf(schema: z.ZodType, source: Source): FieldTable {
  const root = fieldFrom('', jsonSchemaOf(schema), true, source);
  return {
    fields: root.fields,
    field: path => path.reduce<Field | undefined>((field, step) => field && nested(field, step), root),
  };
}

/**
 * The keys that can be added to a mapping: if a key decides which others are allowed, as `type` does in a hook handler,
 * only those that go with its value.
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

/** The field one step below another. In a mapping that accepts any key, every key is a field. */
function nested(field: Field, step: string | number): Field | undefined {
  if (typeof step === 'number') return field.item;
  const known = field.fields.find(({ name }) => name === step);
  if (known) return known;
  if (!field.entry) return undefined;
  const key = field.keys.find(({ value }) => value === step);
  return { ...field.entry, name: step, ...(key && { description: key.description, term: key }) };
}
