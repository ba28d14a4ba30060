import type { Field, ValueType } from './field.ts';

const typeNames: Readonly<Record<ValueType, string>> = {
  string: 'string',
  number: 'number',
  integer: 'integer',
  boolean: '`true` or `false`',
  list: 'list',
  map: 'mapping',
  null: 'nothing',
};

/** What can be written as a field's value, in words: "string or list of strings". */
export function typeText({ types, item }: Field): string {
  const words = types.map(type =>
    type === 'list' && item && item.types.length > 0 ? `list of ${pluralOf(item)}` : typeNames[type],
  );
  return words.join(' or ') || 'anything';
}

function pluralOf(item: Field): string {
  const [only, ...others] = item.types;
  const isCountable = others.length === 0 && only !== undefined && only !== 'boolean' && only !== 'list';
  return isCountable ? `${typeNames[only]}s` : typeText(item);
}
