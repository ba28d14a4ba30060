import type { Field, ValueType } from './field.ts';

const typeNames: Readonly<Record<ValueType, string>> = {
  string: 'text',
  number: 'number',
  integer: 'whole number',
  boolean: '`true` or `false`',
  list: 'list',
  map: 'map',
  null: 'nothing',
};

/** What can be written as a field's value, in words: "text or list of text". */
export function typeText({ types, item }: Field): string {
  const words = types.map(type =>
    type === 'list' && item && item.types.length > 0 ? `list of ${typeText(item)}` : typeNames[type],
  );
  return words.join(' or ') || 'anything';
}
