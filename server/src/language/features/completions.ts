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
import { nameCandidates } from './completion/nameCandidates.ts';
import { placeholderCandidates } from './completion/placeholderCandidates.ts';
import { indented, plainTextOf } from './completion/snippet.ts';
import { argumentCandidates, valueCandidates } from './completion/valueCandidates.ts';
import { cursorAt } from './cursor.ts';
import { takesWords } from './words.ts';

/** What completion depends on besides the file. */
export interface CompletionOptions {
  /** The built-in support of the client for this document, whose items are omitted. */
  readonly builtInSupport?: BuiltInSupport | undefined;
  /** The typed character that triggered the request; `undefined` for other triggers. */
  readonly trigger?: string | undefined;
}

/** The candidates at an offset, and the text that each replaces. */
interface Candidates {
  readonly range: OffsetRange;
  readonly candidates: readonly Candidate[];
}

/**
 * The completion items at `offset`, most likely first, with exact edits. Works on incomplete text.
 */
export function completionsAt(
  snapshot: Snapshot,
  offset: number,
  { builtInSupport, trigger }: CompletionOptions = {},
): Completion[] {
  // Editors complete JSON by its schema; what is inserted below is YAML.
  if (snapshot.document.format !== 'markdown') return [];
  const table = fieldsOf(snapshot.dialect);
  const context = cursorAt(snapshot, offset, table);
  const { range, candidates } = candidatesIn(snapshot, table, context, offset);
  // A string over several lines is prose; the protocol requires edits within one line.
  if (/[\r\n]/.test(snapshot.document.slice(range))) return [];
  const isAskedAlone = trigger !== undefined && !builtInSupport?.triggers.includes(trigger);
  const editor = isAskedAlone ? undefined : builtInSupport;
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
      return nameCandidates(snapshot, offset) ?? placeholderCandidates(snapshot, context, offset);
    default:
      return { range: { start: offset, end: offset }, candidates: [] };
  }
}

/** The whole front matter, and below its opening delimiter also its keys. */
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

/** Keys; below a key with a list or scalar, items with dashes, or values. */
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
  // A quoted value is a string.
  if (!field || (quote !== 'plain' && !takes(field, 'string'))) return [];
  const { types } = field;
  const end = isClosed ? '' : quote === 'double' ? '"' : "'";
  if (types.length === 0 || types.some(type => type !== 'list' && type !== 'map')) {
    const words = valueCandidates(snapshot, table, path, [], context);
    return words.map(candidate => around(candidate, lead, end));
  }
  if (quote !== 'plain' || style === 'flow') return [];
  if (types.includes('list')) {
    // A list of scalars can start on the line of its key, in brackets.
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

/** List items with the dash, for separate lines. */
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
