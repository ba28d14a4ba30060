import type { FieldMeta, Source, VocabularyEntry } from './fieldMeta.ts';

/** What a value can be, in YAML's terms. */
export type ValueType = 'string' | 'number' | 'integer' | 'boolean' | 'list' | 'map' | 'null';

/** One key of a dialect, or one item of a list, and everything known about it. */
export interface Field {
  /** The key; empty for an item of a list. */
  readonly name: string;
  /** Markdown; empty only for items and entries that their parent's description covers. */
  readonly description: string;
  /** The types to write; none: anything. */
  readonly types: readonly ValueType[];
  readonly required: boolean;
  /** The values for completion. */
  readonly values: readonly VocabularyEntry[];
  /** True when a string must be one of `values`. */
  readonly closed: boolean;
  /** The known keys of a mapping, ordered as at the top level; those of all variants, if there are any. */
  readonly fields: readonly Field[];
  /** The keys for completion in a mapping that accepts any key. */
  readonly keys: readonly VocabularyEntry[];
  /** The value of such a key. */
  readonly entry?: Field;
  /** An item of a list. */
  readonly item?: Field;
  /** Which keys go together, if one of them decides. */
  readonly variants?: FieldVariants;
  /** Set on an entry whose key is one of `keys`: that vocabulary entry. */
  readonly term?: VocabularyEntry;
  /** What the schema's author wrote beyond the above. */
  readonly meta: Omit<FieldMeta, 'description' | 'values' | 'keys' | 'source'>;
  readonly source: Source;
}

/** Kinds of mapping, distinguished by the value of one key. */
export interface FieldVariants {
  readonly key: string;
  readonly of: readonly FieldVariant[];
}

/** One kind of mapping, by the values of its deciding key, with the fields of that kind. */
export interface FieldVariant {
  readonly values: readonly string[];
  /** True for the default kind, without that key. */
  readonly usual: boolean;
  readonly fields: readonly Field[];
}

/** The part of JSON Schema that zod writes for front matter, with the metadata that it passes on. */
export interface JsonSchema extends Partial<FieldMeta> {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
}

/** Creates a field from the JSON Schema of its value. */
export function fieldFrom(name: string, schema: JsonSchema, required: boolean, source: Source): Field {
  const alternatives = schema.anyOf ?? schema.oneOf;
  const own = schema.source ?? source;
  const field = alternatives
    ? merged(alternatives.map(one => fieldFrom(name, one, required, own)))
    : simpleField(name, schema, required, own);
  const variants = alternatives && variantsOf(alternatives, field.fields, own);
  return {
    ...field,
    description: schema.description ?? field.description,
    values: schema.values ?? field.values,
    keys: schema.keys ?? field.keys,
    ...(variants && { variants }),
    meta: { ...field.meta, ...metaOf(schema) },
    source: own,
  };
}

function simpleField(name: string, schema: JsonSchema, required: boolean, source: Source): Field {
  const words = wordsOf(schema);
  const { additionalProperties: entry, items } = schema;
  return {
    name,
    description: '',
    types: typesOf(schema),
    required,
    values: words.map(value => ({ value, description: '' })),
    closed: words.length > 0,
    fields: nestedFields(schema, source),
    keys: [],
    // zod writes `{}` for a loose object's further keys: they are allowed, and nothing is known about them.
    ...(typeof entry === 'object' &&
      Object.keys(entry).length > 0 && { entry: fieldFrom('', entry, false, source) }),
    ...(items && { item: fieldFrom('', items, false, source) }),
    meta: {},
    source,
  };
}

function nestedFields({ properties = {}, required = [] }: JsonSchema, source: Source): readonly Field[] {
  return inOrder(
    Object.entries(properties).map(([name, schema]) =>
      fieldFrom(name, schema, required.includes(name), source),
    ),
  );
}

/** Merges several ways to write a field into one. The first value of a property applies. */
function merged(fields: readonly Field[]): Field {
  const first = fields[0]!;
  const item = mergedIfAny(fields.flatMap(field => field.item ?? []));
  const entry = mergedIfAny(fields.flatMap(field => field.entry ?? []));
  const texts = fields.filter(field => field.types.includes('string'));
  const names = [...new Set(fields.flatMap(field => field.fields.map(nested => nested.name)))];
  const maps = fields.filter(field => field.types.includes('map'));
  return {
    ...first,
    description: fields.find(field => field.description !== '')?.description ?? '',
    types: [...new Set(fields.flatMap(field => field.types))],
    values: distinct(fields.flatMap(field => field.values)),
    closed: texts.length > 0 && texts.every(field => field.closed),
    fields: inOrder(
      names.map(name => {
        const same = maps.flatMap(field => field.fields.filter(nested => nested.name === name));
        return {
          ...merged(same),
          required: same.length === maps.length && same.every(field => field.required),
        };
      }),
    ),
    keys: distinct(fields.flatMap(field => field.keys)),
    ...(entry && { entry }),
    ...(item && { item }),
  };
}

function mergedIfAny(fields: readonly Field[]): Field | undefined {
  return fields.length > 0 ? merged(fields) : undefined;
}

/** Mappings are distinguished by the first key that has distinct fixed values in each of them. */
function variantsOf(
  alternatives: readonly JsonSchema[],
  fields: readonly Field[],
  source: Source,
): FieldVariants | undefined {
  const maps = alternatives.filter(({ properties }) => properties !== undefined);
  const key = fields.find(({ name }) =>
    maps.every(({ properties }) => wordsOf(properties?.[name] ?? {}).length > 0),
  )?.name;
  if (maps.length < 2 || key === undefined) return undefined;
  return {
    key,
    of: maps.map(schema => ({
      values: wordsOf(schema.properties![key]!),
      usual: !schema.required?.includes(key),
      fields: nestedFields(schema, source),
    })),
  };
}

function typesOf({ type, const: word, enum: words }: JsonSchema): readonly ValueType[] {
  if (type !== undefined)
    return [type]
      .flat()
      .map(one => (one === 'array' ? 'list' : one === 'object' ? 'map' : (one as ValueType)));
  return word !== undefined || words !== undefined ? ['string'] : [];
}

function wordsOf({ const: word, enum: words = word === undefined ? [] : [word] }: JsonSchema): string[] {
  return words.filter(one => typeof one === 'string');
}

/** The metadata that is passed on unchanged; the type ensures that it is complete. */
const metaKeys = Object.keys({
  kind: true,
  separator: true,
  specifiers: true,
  defaultText: true,
  whenWrong: true,
  since: true,
  deprecation: true,
  url: true,
  examples: true,
  limits: true,
  order: true,
  snippet: true,
  hidden: true,
} satisfies Record<keyof Field['meta'], true>) as (keyof Field['meta'])[];

function metaOf(schema: JsonSchema): Field['meta'] {
  return Object.fromEntries(metaKeys.filter(key => schema[key] !== undefined).map(key => [key, schema[key]]));
}

function distinct(terms: readonly VocabularyEntry[]): readonly VocabularyEntry[] {
  return terms.filter((term, at) => terms.findIndex(other => other.value === term.value) === at);
}

function inOrder(fields: readonly Field[]): readonly Field[] {
  const place = (field: Field) => field.meta.order ?? Number.POSITIVE_INFINITY;
  return [...fields].sort((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)));
}
