import assert from 'node:assert/strict';
import { type CompletionItem, InsertTextFormat, type TextEdit } from 'vscode-languageserver-types';
import type { Dialect } from '../../server/src/language/dialect/dialect.ts';
import { plainTextOf } from '../../server/src/language/features/completion/snippet.ts';
import { type CompletionOptions, completionsAt } from '../../server/src/language/features/completions.ts';
import { type Marked, readMarked } from './marked.ts';

/** What a test may say beside the text; a `dialect` where the path does not tell. */
export interface Options extends CompletionOptions {
  readonly dialect?: Dialect;
}

/** The items at the cursor of a text, as the editor would list them. */
export function completions(marked: string, options: Options = {}): Marked & { items: CompletionItem[] } {
  const read = readMarked(marked, options.dialect);
  const items = completionsAt(read.snapshot, read.offset, options).map(({ item }) => item);
  items.sort((a, b) => (a.sortText ?? a.label).localeCompare(b.sortText ?? b.label, 'en'));
  return { ...read, items };
}

/**
 * Holds the list at the cursor against a table: a label a line, in order, and behind ` | ` its detail where the test
 * is about that. A last line `…` stands for any number of further items.
 */
export function checkCompletions(marked: string, table: string, options: Options = {}): void {
  const { items } = completions(marked, options);
  const rows = table
    .split('\n')
    .map(row => row.trim())
    .filter(Boolean);
  const isOpen = rows.at(-1) === '…';
  if (isOpen) rows.pop();
  const shown = (isOpen ? items.slice(0, rows.length) : items).map(({ label, detail }, at) =>
    rows[at]?.includes(' | ') ? `${label} | ${detail ?? ''}` : label,
  );
  assert.equal(shown.join('\n'), rows.join('\n'));
}

/** Takes the item `label` of the list at the cursor, its places left at their defaults, and compares the text. */
export function checkApplied(marked: string, label: string, after: string, options: Options = {}): void {
  const { items, snapshot } = completions(marked, options);
  const item = items.find(one => one.label === label);
  assert.ok(item, `${label} is not among ${items.map(one => one.label).join(', ') || 'nothing'}`);
  const { range, newText } = item.textEdit as TextEdit;
  assert.equal(range.start.line, range.end.line, 'an edit of one line');
  const { document } = snapshot;
  const start = document.offsetAt(range.start);
  const lineStart = document.text.lastIndexOf('\n', start - 1) + 1;
  const indentation = /^[ \t]*/.exec(document.text.slice(lineStart, start))![0];
  const plain = item.insertTextFormat === InsertTextFormat.Snippet ? plainTextOf(newText) : newText;
  // What an editor does with the further lines of an inserted text.
  const inserted = plain.replaceAll('\n', `\n${indentation}`);
  assert.equal(
    document.text.slice(0, start) + inserted + document.text.slice(document.offsetAt(range.end)),
    after,
  );
}
