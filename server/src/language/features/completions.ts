import { CompletionItemKind } from 'vscode-languageserver-types';
import type { EditorSupport } from '../dialect/editorSupport.ts';
import type { Field, ValueType } from '../dialect/field.ts';
import { type FieldTable, fieldsOf } from '../dialect/fieldTable.ts';
import { block } from '../docs/markdown.ts';
import type { Path } from '../document/agentDocument.ts';
import type {
  CsvItemContext,
  CursorContext,
  EmptyContext,
  KeyContext,
  ListItemContext,
  ValueContext,
} from '../document/context.ts';
import type { OffsetRange } from '../document/offsets.ts';
import type { Snapshot } from '../snapshot.ts';
import { besideEditor } from './completion/besideEditor.ts';
import { type KeyPlace, keyOffers } from './completion/keyOffers.ts';
import { type Completion, itemsOf, type Offer } from './completion/offer.ts';
import { placeholderOffers } from './completion/placeholderOffers.ts';
import { indented, plainTextOf } from './completion/snippet.ts';
import { argumentOffers, valueOffers } from './completion/valueOffers.ts';
import { cursorAt } from './cursor.ts';
import { takesWords } from './words.ts';

/** What completion is to know beside the file. */
export interface CompletionOptions {
  /** What the editor offers by itself in this document: left out, so that nothing is listed twice. */
  readonly editorProvides?: EditorSupport | undefined;
  /** The character whose typing made the editor ask; `undefined` when it asked for another reason. */
  readonly trigger?: string | undefined;
}

/** What can be offered in a place, and the text that each offer replaces. */
interface Offers {
  readonly range: OffsetRange;
  readonly offers: readonly Offer[];
}

/**
 * What can be written at `offset`, the likeliest first, as LSP items whose edits replace exactly what is to be
 * replaced. Empty where nothing can be said. Works on text that is just being typed.
 */
export function completionsAt(
  snapshot: Snapshot,
  offset: number,
  { editorProvides, trigger }: CompletionOptions = {},
): Completion[] {
  const table = fieldsOf(snapshot.dialect);
  const context = cursorAt(snapshot, offset, table);
  const { range, offers } = offersIn(snapshot, table, context, offset);
  // A text over several lines is prose; the protocol wants edits of one line.
  if (/[\r\n]/.test(snapshot.document.slice(range))) return [];
  const isAskedAlone = trigger !== undefined && !editorProvides?.triggers.includes(trigger);
  const editor = isAskedAlone ? undefined : editorProvides;
  return itemsOf(snapshot.document, range, besideEditor(editor, snapshot, context, offers));
}

function offersIn(snapshot: Snapshot, table: FieldTable, context: CursorContext, offset: number): Offers {
  switch (context.kind) {
    case 'empty':
      return { range: context.range, offers: inEmptyFile(snapshot, table, context) };
    case 'key':
      return { range: context.range, offers: inKey(snapshot, table, context) };
    case 'value':
      return { range: context.range, offers: inValue(snapshot, table, context) };
    case 'listItem':
      return inItem(snapshot, table, context);
    case 'csvItem':
      return inString(snapshot, table, context);
    case 'body':
      return placeholderOffers(snapshot, context, offset);
    default:
      return { range: { start: offset, end: offset }, offers: [] };
  }
}

/** The whole front matter, and below its opening fence the keys one by one as well. */
function inEmptyFile({ dialect, document }: Snapshot, table: FieldTable, context: EmptyContext): Offer[] {
  const typed = document.slice(context.range);
  const snippet = context.isOpened ? dialect.scaffold.replace(/^---\r?\n/, '') : dialect.scaffold;
  const scaffold: Offer = {
    label: dialect.title,
    kind: CompletionItemKind.Snippet,
    snippet,
    detail: 'The whole front matter',
    documentation: () => block('markdown', plainTextOf(snippet).trimEnd()),
    ...(typed && { filterText: typed }),
  };
  const place: KeyPlace = { path: [], present: [], values: new Map(), style: 'block', hasColon: false };
  return context.isOpened ? [scaffold, ...keyOffers(table, place)] : [scaffold];
}

/** Keys; below a key that takes a list or a word instead, items with their dashes, or words. */
function inKey(snapshot: Snapshot, table: FieldTable, context: KeyContext): Offer[] {
  const { path, present, hang } = context;
  const offers = keyOffers(table, context).map(offer => moved(offer, hang));
  const field = table.field(path);
  if (path.length === 0 || !field || offers.length > 0 || context.hasColon) return offers;
  if (field.types.includes('list')) return newItems(snapshot, table, path, field, present);
  return takesWords(field) ? valueOffers(snapshot, table, path, [], plainBlock) : [];
}

function inValue(snapshot: Snapshot, table: FieldTable, context: ValueContext): Offer[] {
  const { path, lead, quote, isClosed, style, hang } = context;
  const field = table.field(path);
  // What stands in quotes is text.
  if (!field || (quote !== 'plain' && !takes(field, 'string'))) return [];
  const { types } = field;
  const end = isClosed ? '' : quote === 'double' ? '"' : "'";
  if (types.length === 0 || types.some(type => type !== 'list' && type !== 'map')) {
    const words = valueOffers(snapshot, table, path, [], context);
    return words.map(offer => around(offer, lead, end));
  }
  if (quote !== 'plain' || style === 'flow') return [];
  if (types.includes('list')) {
    // A list may begin on the key's own line, in brackets, when its items are words.
    if (field.item && takesWords(field) && !field.item.types.includes('map'))
      return valueOffers(snapshot, table, path, [], { quote, style: 'flow', isItem: true }).map(offer =>
        around(offer, `${lead}[`, '$0]'),
      );
    return newItems(snapshot, table, path, field, []).map(offer => moved(around(offer, '\n', ''), hang + 2));
  }
  const place: KeyPlace = { path, present: [], values: new Map(), style: 'block', hasColon: false };
  return keyOffers(table, place).map(offer => moved(around(offer, '\n', ''), hang + 2));
}

function inItem(snapshot: Snapshot, table: FieldTable, context: ListItemContext): Offers {
  const { path, range, call, quote, isClosed, lead, follow, hang, style, siblings } = context;
  if (call) {
    return { range: call.range, offers: argumentOffers(snapshot, table, path, call.name, call.siblings) };
  }
  const field = table.field(path);
  if (!field || !takes(field, 'list')) return { range, offers: [] };
  if (lead === '- ') return { range, offers: newItems(snapshot, table, path, field, siblings) };
  const end = (isClosed ? '' : quote === 'double' ? '"' : "'") + follow;
  const words = takesWords(field)
    ? valueOffers(snapshot, table, path, siblings, { quote, style, isItem: true })
    : [];
  const place: KeyPlace = { path: [...path, 0], present: [], values: new Map(), style, hasColon: false };
  const keys = style === 'block' && quote === 'plain' ? keyOffers(table, place) : [];
  return { range, offers: [...words, ...keys].map(offer => moved(around(offer, lead, end), hang)) };
}

function inString(snapshot: Snapshot, table: FieldTable, context: CsvItemContext): Offers {
  const { path, range, call, quote, lead, siblings } = context;
  if (call) {
    return { range: call.range, offers: argumentOffers(snapshot, table, path, call.name, call.siblings) };
  }
  const offers = valueOffers(snapshot, table, path, siblings, { quote, style: 'block' });
  return { range, offers: offers.map(offer => around(offer, lead, '')) };
}

/** True for a field whose value can be of that type. */
function takes({ types }: Field, type: ValueType): boolean {
  return types.length === 0 || types.includes(type);
}

/** Items for lines of their own, with the dash. */
function newItems(
  snapshot: Snapshot,
  table: FieldTable,
  path: Path,
  field: Field,
  present: readonly string[],
): Offer[] {
  const words = takesWords(field) ? valueOffers(snapshot, table, path, present, blockItem) : [];
  const place: KeyPlace = {
    path: [...path, 0],
    present: [],
    values: new Map(),
    style: 'block',
    hasColon: false,
  };
  return [...words, ...keyOffers(table, place)].map(offer => moved(around(offer, '- ', ''), 2));
}

const plainBlock = { quote: 'plain', style: 'block' } as const;
const blockItem = { ...plainBlock, isItem: true } as const;

function around(offer: Offer, before: string, behind: string): Offer {
  return before || behind ? { ...offer, snippet: before + offer.snippet + behind } : offer;
}

function moved(offer: Offer, columns: number): Offer {
  return columns > 0 ? { ...offer, snippet: indented(offer.snippet, columns) } : offer;
}
