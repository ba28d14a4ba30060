import type { Field } from '../../dialect/field.ts';
import type { Style } from '../../document/context.ts';
import { escapeSnippet, indented, joined } from './snippet.ts';

/** The snippet to insert after a field's colon, starting with the space or line break. */
export function valueShape(field: Field, style: Style): string {
  const { types, meta } = field;
  if (meta.snippet !== undefined && (style === 'block' || !meta.snippet.includes('\n'))) return meta.snippet;
  const choices = field.values.filter(
    ({ hidden, deprecated, snippet }) => !hidden && !deprecated && !snippet,
  );
  if (choices.length > 1 && (field.closed || types.includes('string') || types.includes('boolean')))
    return ` \${1|${choices.map(({ value }) => escapeChoice(value)).join(',')}|}`;
  if (choices.length === 1 && field.closed) return ` \${1:${escapeSnippet(choices[0]!.value)}}`;
  if (types[0] === 'boolean') return ' ${1|true,false|}';
  if (types[0] === 'list') return listShape(field, style);
  if (types[0] === 'map') return mapShape(field, style);
  return ' $1';
}

/** The required keys of an item or a mapping, one per line without indentation; `undefined` for none. */
function requiredKeys(field: Field): string | undefined {
  const usual = field.variants?.of.find(({ usual }) => usual)?.fields ?? field.fields;
  const wanted = usual.filter(({ required }) => required);
  if (wanted.length === 0) return undefined;
  return joined(
    wanted.map(one => `${escapeSnippet(one.name)}:${valueShape(one, 'block')}`),
    '\n',
  );
}

function listShape({ item }: Field, style: Style): string {
  if (style === 'flow') return ' [$1]';
  const keys = item?.types[0] === 'map' ? requiredKeys(item) : undefined;
  return `\n  - ${keys === undefined ? '$1' : indented(keys, 4)}`;
}

function mapShape(field: Field, style: Style): string {
  if (style === 'flow') return ' { $1 }';
  const keys = requiredKeys(field);
  return `\n  ${keys === undefined ? '$1' : indented(keys, 2)}`;
}

function escapeChoice(value: string): string {
  return value.replace(/[\\,|$}]/g, '\\$&');
}
