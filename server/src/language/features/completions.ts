import { CompletionItemKind } from 'vscode-languageserver-types';
import type { BuiltInSupport } from '../dialect/builtInSupport.ts';
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
import { type Candidate, type Completion, itemsOf } from './completion/candidate.ts';
import { type KeyPlace, keyCandidates } from './completion/keyCandidates.ts';
import { placeholderCandidates } from './completion/placeholderCandidates.ts';
import { indented, plainTextOf } from './completion/snippet.ts';
import { argumentCandidates, valueCandidates } from './completion/valueCandidates.ts';
import { cursorAt } from './cursor.ts';
import { takesWords } from './words.ts';

/** What completion is to know beside the file. */
export interface CompletionOptions {
  /** What the client lists itself in this document: left out, so that nothing is listed twice. */
  readonly editorProvides?: BuiltInSupport | undefined;
  /** The character whose typing made the editor ask; `undefined` when it asked for another reason. */
  readonly trigger?: string | undefined;
}

/** The candidates at an offset, and the text that each replaces. */
interface Candidates {
  readonly range: OffsetRange;
  readonly candidates: readonly Candidate[];
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
  const { range, candidates } = candidatesIn(snapshot, table, context, offset);
  // A text over several lines is prose; the protocol wants edits of one line.
  if (/[\r\n]/.test(snapshot.document.slice(range))) return [];
  const isAskedAlone = trigger !== undefined && !editorProvides?.triggers.includes(trigger);
  const editor = isAskedAlone ? undefined : editorProvides;
  return itemsOf(snapshot.document, range, besideEditor(editor, snapshot, context, candidates));
}

function candidatesIn(
  snapshot: Snapshot,
  table: FieldTable,
  context: CursorContext,
  offset: number,
): Candidates {
  switch (context.kind) {
    case 'empty':
      return { range: context.range, candidates: inEmptyFile(snapshot, table, context) };
    case 'key':
      return { range: context.range, candidates: inKey(snapshot, table, context) };
    case 'value':
      return { range: context.range, candidates: inValue(snapshot, table, context) };
    case 'listItem':
      return inItem(snapshot, table, context);
    case 'csvItem':
      return inString(snapshot, table, context);
    case 'body':
      return placeholderCandidates(snapshot, context, offset);
    default:
      return { range: { start: offset, end: offset }, candidates: [] };
  }
}

/** The whole front matter, and below its opening delimiter the keys one by one as well. */
function inEmptyFile({ dialect, document }: Snapshot, table: FieldTable, context: EmptyContext): Candidate[] {
  const typed = document.slice(context.range);
  const snippet = context.isOpened ? dialect.template.replace(/^---\r?\n/, '') : dialect.template;
  const template: Candidate = {
    label: dialect.title,
    kind: CompletionItemKind.Snippet,
    snippet,
    detail: 'The whole front matter',
    documentation: () => block('markdown', plainTextOf(snippet).trimEnd()),
    ...(typed && { filterText: typed }),
  };
  const place: KeyPlace = { path: [], present: [], values: new Map(), style: 'block', hasColon: false };
  return context.isOpened ? [template, ...keyCandidates(table, place)] : [template];
}

/** Keys; below a key that takes a list or a word instead, items with their dashes, or words. */
function inKey(snapshot: Snapshot, table: FieldTable, context: KeyContext): Candidate[] {
  const { path, present, hang } = context;
  const candidates = keyCandidates(table, context).map(candidate => moved(candidate, hang));
  const field = table.field(path);
  if (path.length === 0 || !field || candidates.length > 0 || context.hasColon) return candidates;
  if (field.types.includes('list')) return newItems(snapshot, table, path, field, present);
  return takesWords(field) ? valueCandidates(snapshot, table, path, [], plainBlock) : [];
}

function inValue(snapshot: Snapshot, table: FieldTable, context: ValueContext): Candidate[] {
  const { path, lead, quote, isClosed, style, hang } = context;
  const field = table.field(path);
  // What stands in quotes is text.
  if (!field || (quote !== 'plain' && !takes(field, 'string'))) return [];
  const { types } = field;
  const end = isClosed ? '' : quote === 'double' ? '"' : "'";
  if (types.length === 0 || types.some(type => type !== 'list' && type !== 'map')) {
    const words = valueCandidates(snapshot, table, path, [], context);
    return words.map(candidate => around(candidate, lead, end));
  }
  if (quote !== 'plain' || style === 'flow') return [];
  if (types.includes('list')) {
    // A list may begin on the key's own line, in brackets, when its items are words.
    if (field.item && takesWords(field) && !field.item.types.includes('map'))
      return valueCandidates(snapshot, table, path, [], { quote, style: 'flow', isItem: true }).map(
        candidate => around(candidate, `${lead}[`, '$0]'),
      );
    return newItems(snapshot, table, path, field, []).map(candidate =>
      moved(around(candidate, '\n', ''), hang + 2),
    );
  }
  const place: KeyPlace = { path, present: [], values: new Map(), style: 'block', hasColon: false };
  return keyCandidates(table, place).map(candidate => moved(around(candidate, '\n', ''), hang + 2));
}

function inItem(snapshot: Snapshot, table: FieldTable, context: ListItemContext): Candidates {
  const { path, range, call, quote, isClosed, lead, follow, hang, style, siblings } = context;
  if (call) {
    return {
      range: call.range,
      candidates: argumentCandidates(snapshot, table, path, call.name, call.siblings),
    };
  }
  const field = table.field(path);
  if (!field || !takes(field, 'list')) return { range, candidates: [] };
  if (lead === '- ') return { range, candidates: newItems(snapshot, table, path, field, siblings) };
  const end = (isClosed ? '' : quote === 'double' ? '"' : "'") + follow;
  const words = takesWords(field)
    ? valueCandidates(snapshot, table, path, siblings, { quote, style, isItem: true })
    : [];
  const place: KeyPlace = { path: [...path, 0], present: [], values: new Map(), style, hasColon: false };
  const keys = style === 'block' && quote === 'plain' ? keyCandidates(table, place) : [];
  return {
    range,
    candidates: [...words, ...keys].map(candidate => moved(around(candidate, lead, end), hang)),
  };
}

function inString(snapshot: Snapshot, table: FieldTable, context: CsvItemContext): Candidates {
  const { path, range, call, quote, lead, siblings } = context;
  if (call) {
    return {
      range: call.range,
      candidates: argumentCandidates(snapshot, table, path, call.name, call.siblings),
    };
  }
  const candidates = valueCandidates(snapshot, table, path, siblings, { quote, style: 'block' });
  return { range, candidates: candidates.map(candidate => around(candidate, lead, '')) };
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
): Candidate[] {
  const words = takesWords(field) ? valueCandidates(snapshot, table, path, present, blockItem) : [];
  const place: KeyPlace = {
    path: [...path, 0],
    present: [],
    values: new Map(),
    style: 'block',
    hasColon: false,
  };
  return [...words, ...keyCandidates(table, place)].map(candidate => moved(around(candidate, '- ', ''), 2));
}

const plainBlock = { quote: 'plain', style: 'block' } as const;
const blockItem = { ...plainBlock, isItem: true } as const;

function around(candidate: Candidate, before: string, behind: string): Candidate {
  return before || behind ? { ...candidate, snippet: before + candidate.snippet + behind } : candidate;
}

function moved(candidate: Candidate, columns: number): Candidate {
  return columns > 0 ? { ...candidate, snippet: indented(candidate.snippet, columns) } : candidate;
}
