import type { BuiltInSupport } from '../../dialect/builtInSupport.ts';
import type { FieldTable } from '../../dialect/fieldTable.ts';
import { code } from '../../docs/markdown.ts';
import type { CsvItemContext, ListItemContext, ValueContext } from '../../document/context.ts';
import type { Snapshot } from '../../snapshot.ts';
import {
  documentationLink,
  escapeMarkdown,
  paragraphs,
  splitFirstSentence,
  termMarkdown,
} from '../describe.ts';
import { findWord, nameOf, type Word, wordsAt, wordsOfKind } from '../words.ts';
import { correction, dialectTitle, explanationBy } from './besideEditor.ts';

/** The maximum length of a description from a file. */
const longestDescription = 300;

/** The hover of a value or list item, or of an argument in its specifier. */
export function wordMarkdown(
  snapshot: Snapshot,
  table: FieldTable,
  context: ValueContext | ListItemContext | CsvItemContext,
  editor: BuiltInSupport | undefined,
): string {
  const { path, text, range } = context;
  if (text === '') return '';
  const words = wordsAt(snapshot, table, path);
  if ('call' in context && context.call?.text) {
    const { name, text: argument } = context.call;
    const kind = findWord(words, name)?.term.argument;
    const word = kind && findWord(wordsOfKind(snapshot, kind), argument);
    return word ? explained(word, argument, word.term.description) : '';
  }
  const word = findWord(words, nameOf(text)) ?? findWord(words, text.toLowerCase());
  const isExplained = isSeparate(context) && explanationBy(editor, path, 'value', text) !== undefined;
  const field = table.field(path);
  const url = word?.term.url ?? field?.meta.url ?? field?.source.url ?? snapshot.dialect.documentation;
  const corrected = correction(editor, snapshot, { path, on: 'value', text, range });
  if (!word) return corrected ?? '';
  const { first, rest } = splitFirstSentence(word.term.description);
  const said = isExplained ? rest : [first, rest].filter(Boolean).join(' ');
  const body = paragraphs(
    isExplained ? termMarkdown(word.term, said) : explained(word, text, said),
    availability(word, snapshot),
    corrected,
  );
  const title = isExplained && dialectTitle(snapshot);
  return body && paragraphs(title, body, word.isFromFile ? '' : documentationLink(url));
}

/** Says that an agent of this kind can have a tool; the description of the tool says why it cannot. */
function availability({ term }: Word, { dialect }: Snapshot): string {
  const isGiven = dialect.tools?.includes(term) && !term.unavailable && !term.hidden;
  return isGiven ? `Available to a ${dialect.title}.` : '';
}

/** The line that a hover starts with. */
function titleOf(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return `**${code(line.length > 80 ? `${line.slice(0, 79)}…` : line)}**`;
}

function explained({ term, isFromFile }: Word, text: string, description: string): string {
  const title = titleOf(text);
  if (term.aliases?.includes(text)) {
    const { aliases, ...known } = term;
    return paragraphs(title, `Another spelling of ${code(term.value)}.`, termMarkdown(known, description));
  }
  if (!isFromFile) return paragraphs(title, termMarkdown(term, description));
  const shown =
    description.length > longestDescription
      ? `${description.slice(0, longestDescription - 1)}…`
      : description;
  return paragraphs(title, escapeMarkdown(shown));
}

/** Clients split a string at commas only. */
function isSeparate(context: ValueContext | ListItemContext | CsvItemContext): boolean {
  if (context.kind !== 'csvItem') return true;
  return context.begins === 'here' && (context.behind === '' || context.behind === ',');
}
