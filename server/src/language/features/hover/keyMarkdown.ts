import type { BuiltInSupport } from '../../dialect/builtInSupport.ts';
import type { FieldTable } from '../../dialect/fieldTable.ts';
import { code } from '../../docs/markdown.ts';
import type { KeyContext } from '../../document/context.ts';
import type { Snapshot } from '../../snapshot.ts';
import {
  documentationLink,
  fieldKind,
  fieldMarkdown,
  paragraphs,
  splitFirstSentence,
  termMarkdown,
} from '../describe.ts';
import { correction, dialectTitle, explanationBy } from './besideEditor.ts';

/** The hover of a key; of a key that is a value, such as a hook event, that of the value. Empty when unknown. */
export function keyMarkdown(
  snapshot: Snapshot,
  table: FieldTable,
  context: KeyContext,
  editor: BuiltInSupport | undefined,
): string {
  const field = context.text === '' ? undefined : table.field([...context.path, context.text]);
  // A custom key, in a mapping with free keys, has no description.
  if (!field || (field.description === '' && !field.term)) return '';
  const { description, term, meta, source } = field;
  const given = explanationBy(editor, context.path, 'key', context.text);
  const said = given ? splitFirstSentence(description).rest : description;
  const title = `**${code(field.name)}**${term ? '' : ` (${fieldKind(field)})`}`;
  const body = paragraphs(
    term ? termMarkdown(term, said) : fieldMarkdown(field, said, given?.aspects),
    correction(editor, snapshot, { path: context.path, on: 'key', text: context.text, range: context.range }),
  );
  const url = term?.url ?? meta.url ?? source.url ?? snapshot.dialect.documentation;
  // There may be nothing to add to the hover of the client.
  if (given && !body) return '';
  return paragraphs(given ? dialectTitle(snapshot) : title, body, documentationLink(url));
}
