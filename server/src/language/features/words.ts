import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Kind, VocabularyEntry } from '../dialect/dialect.ts';
import type { Field } from '../dialect/field.ts';
import type { FieldTable } from '../dialect/fieldTable.ts';
import type { Path } from '../document/agentDocument.ts';
import type { Referable } from '../references/reference.ts';
import { namesFor, useIn } from '../references/resolve.ts';
import type { Snapshot } from '../snapshot.ts';
import { kindAt } from './cursor.ts';

/** A value that can be written in a place. */
export interface Word {
  readonly term: VocabularyEntry;
  readonly kind: CompletionItemKind;
  /** True when the value or its description comes from a file, not from a dialect. */
  readonly isFromFile?: true;
}

/** The values of the field at `path`, or of its items, including hidden ones. */
export function wordsAt(snapshot: Snapshot, table: FieldTable, path: Path): Word[] {
  const field = table.field(path);
  if (!field) return [];
  const kind = kindAt(table, path);
  const own = [...field.values, ...(field.item?.values ?? [])];
  const ofKind = Array.isArray(kind)
    ? kind.map(value => ({ term: { value, description: '' }, kind: CompletionItemKind.EnumMember }))
    : wordsOfKind(snapshot, kind as Kind | undefined);
  const known = new Set(ofKind.map(({ term }) => term.value));
  const words = own
    .filter(({ value }) => !known.has(value))
    .map(term => ({ term, kind: itemKinds[field.meta.kind ?? ''] ?? CompletionItemKind.EnumMember }));
  if (words.length + ofKind.length === 0 && field.types.includes('boolean')) return booleans;
  return [...ofKind, ...words];
}

/** The values of a kind, for any field. */
export function wordsOfKind(snapshot: Snapshot, kind: Kind | undefined): Word[] {
  const { dialect } = snapshot;
  if (kind === 'tools') {
    const before = dialect.references?.serverTools;
    const tools = (dialect.tools ?? []).map(term => ({ term, kind: CompletionItemKind.Function }));
    return before === undefined ? tools : [...tools, ...serverWords(snapshot, before)];
  }
  if (kind === 'mcpServerNames') return serverWords(snapshot, '');
  const defines = kind === 'agentNames' ? 'agent' : kind === 'skillNames' ? 'skill' : undefined;
  if (!defines) return [];
  return namesWords(snapshot, defines);
}

/** The MCP servers that files configure, with what stands before their names. */
function serverWords(snapshot: Snapshot, before: string): Word[] {
  return [...namesFor('server', useIn(snapshot)).keys()]
    .filter(name => /^[\w-]+$/.test(name))
    .map(name => ({
      term: { value: before + name, description: 'An MCP server of this project.' },
      kind: CompletionItemKind.Reference,
      isFromFile: true,
    }));
}

/** The names of agents, or of skills and commands, that a file can use; not its own. */
export function namesWords(snapshot: Snapshot, to: Referable): Word[] {
  return [...namesFor(to, useIn(snapshot))].flatMap(([name, defined]): Word[] => {
    if (!('uri' in defined)) return [{ term: defined, kind: CompletionItemKind.Reference }];
    // What has several names is listed by the first.
    if (defined.uri === snapshot.document.uri || defined.calledBy?.[0] !== name) return [];
    const term = { value: name, description: defined.description ?? '' };
    return [{ term, kind: CompletionItemKind.Reference, isFromFile: true }];
  });
}

/** The value written as `text`: in its usual spelling, an alternative one, or its form. */
export function findWord(words: readonly Word[], text: string): Word | undefined {
  return (
    words.find(({ term }) => term.value === text) ??
    words.find(({ term }) => term.aliases?.includes(text)) ??
    words.find(({ term }) => term.pattern !== undefined && new RegExp(term.pattern).test(text))
  );
}

/** A tool's name without its specifier in parentheses. */
export function nameOf(text: string): string {
  return /^([^\s()]+)\(/.exec(text)?.[1] ?? text;
}

/** True for a field whose value or items are scalars, not mappings. */
export function takesWords(field: Field): boolean {
  return (field.item ?? field).types.some(type => type !== 'map' && type !== 'list');
}

const itemKinds: Readonly<Record<string, CompletionItemKind>> = {
  tools: CompletionItemKind.Function,
  model: CompletionItemKind.Value,
  color: CompletionItemKind.Color,
};

const booleans: Word[] = ['true', 'false'].map(value => ({
  term: { value, description: '' },
  kind: CompletionItemKind.EnumMember,
}));
