import { type Hover, MarkupKind } from 'vscode-languageserver-types';
import type { BuiltInSupport } from '../dialect/builtInSupport.ts';
import type { VocabularyEntry } from '../dialect/dialect.ts';
import { fieldsOf } from '../dialect/fieldTable.ts';
import type { BodyContext } from '../document/context.ts';
import type { OffsetRange } from '../document/offsets.ts';
import type { Snapshot } from '../snapshot.ts';
import { cursorAt } from './cursor.ts';
import { paragraphs, termMarkdown } from './describe.ts';
import { keyMarkdown } from './hover/keyMarkdown.ts';
import { loadedMarkdown } from './hover/loadedMarkdown.ts';
import { matchesMarkdown } from './hover/matchesMarkdown.ts';
import { nameMarkdown } from './hover/nameMarkdown.ts';
import { wordMarkdown } from './hover/wordMarkdown.ts';
import { nameAt } from './names/nameAt.ts';
import { placeholdersOf } from './placeholders.ts';

/** What hover depends on besides the file. */
export interface HoverOptions {
  /** The built-in support of the client for this document, whose hovers are not repeated. */
  readonly builtInSupport?: BuiltInSupport | undefined;
}

/** A hover and the text that it is about. */
interface Explanation {
  readonly range: OffsetRange;
  /** Empty without documentation. */
  readonly markdown: string;
}

/**
 * The hover at `offset`: of a key, a value, a tool, a model, a hook event or a placeholder; on the opening delimiter, the
 * agent as its tool loads it. `undefined` where there is none.
 */
export function hoverAt(
  snapshot: Snapshot,
  offset: number,
  { builtInSupport }: HoverOptions = {},
): Hover | undefined {
  const explained = explain(snapshot, offset, builtInSupport);
  const explanation = explained?.markdown ? explained : (explainName(snapshot, offset) ?? explained);
  if (!explanation) return undefined;
  const value = paragraphs(explanation.markdown, matchesMarkdown(snapshot, offset));
  if (value === '') return undefined;
  return {
    contents: { kind: MarkupKind.Markdown, value },
    range: snapshot.document.toRange(explanation.range),
  };
}

/** What a name stands for that another file defines. */
function explainName(snapshot: Snapshot, offset: number): Explanation | undefined {
  const name = nameAt(snapshot, offset);
  if (!name || name.form === 'definition') return undefined;
  return { range: name.range, markdown: nameMarkdown(name) };
}

function explain(
  snapshot: Snapshot,
  offset: number,
  editor: BuiltInSupport | undefined,
): Explanation | undefined {
  const table = fieldsOf(snapshot.dialect);
  const context = cursorAt(snapshot, offset, table);
  switch (context.kind) {
    case 'empty':
      return undefined;
    case 'delimiter':
      return context.delimiter === 'open'
        ? { range: context.range, markdown: loadedMarkdown(snapshot, table) }
        : undefined;
    case 'key':
      return { range: context.range, markdown: keyMarkdown(snapshot, table, context, editor) };
    case 'value':
      return { range: context.range, markdown: wordMarkdown(snapshot, table, context, editor) };
    case 'listItem':
    case 'csvItem':
      return {
        range: context.call?.text ? context.call.range : context.range,
        markdown: wordMarkdown(snapshot, table, context, editor),
      };
    case 'body':
      return inBody(snapshot, context, offset);
    default:
      return undefined;
  }
}

/** The longest placeholder at the cursor. */
function inBody(snapshot: Snapshot, { range, text }: BodyContext, offset: number): Explanation | undefined {
  let found: Explanation | undefined;
  for (const term of placeholdersOf(snapshot)) {
    for (const { start: at, word } of occurrencesOf(term, text)) {
      const start = range.start + at;
      const end = start + word.length;
      if (offset < start || offset > end) continue;
      if (found && found.range.end - found.range.start >= end - start) continue;
      found = { range: { start, end }, markdown: paragraphs(`\`${term.value}\``, termMarkdown(term)) };
    }
  }
  return found;
}

/** The place of a placeholder in a word; of a form, in any spelling. */
function* occurrencesOf(
  { value, pattern }: VocabularyEntry,
  text: string,
): Generator<{ start: number; word: string }> {
  const form = pattern === undefined ? undefined : new RegExp(pattern, 'g');
  if (form) for (const { index, 0: word } of text.matchAll(form)) yield { start: index, word };
  else
    for (let start = text.indexOf(value); start >= 0; start = text.indexOf(value, start + 1))
      yield { start, word: value };
}
