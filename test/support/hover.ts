import assert from 'node:assert/strict';
import type { MarkupContent } from 'vscode-languageserver-types';
import type { Dialect } from '../../server/src/language/dialect/dialect.ts';
import { type HoverOptions, hoverAt } from '../../server/src/language/features/hover.ts';
import { readMarked } from './marked.ts';

/** What a test may say beside the text; a `dialect` where the path does not tell. */
export interface Options extends HoverOptions {
  readonly dialect?: Dialect;
}

/** What a hover says and which text it is about; `undefined` when there is none. */
export function hover(
  marked: string,
  options: Options = {},
): { markdown: string; about: string } | undefined {
  const { snapshot, offset } = readMarked(marked, options.dialect);
  const found = hoverAt(snapshot, offset, options);
  if (!found) return undefined;
  const { document } = snapshot;
  const start = document.offsetAt(found.range!.start);
  const end = document.offsetAt(found.range!.end);
  assert.ok(start <= offset && offset <= end, 'the range is around the cursor');
  return { markdown: (found.contents as MarkupContent).value, about: document.slice({ start, end }) };
}

/** Holds the hover at the cursor against its Markdown; `about` is the text that the editor marks. */
export function checkHover(marked: string, about: string, markdown: string, options: Options = {}): void {
  assert.deepEqual(hover(marked, options), { about, markdown: dedented(markdown) });
}

/** Holds that there is nothing to say at the cursor. */
export function checkNoHover(marked: string, options: Options = {}): void {
  assert.equal(hover(marked, options), undefined);
}

/** A text written over several indented lines, without that indentation and the line breaks at both ends. */
function dedented(text: string): string {
  const lines = text
    .replace(/^\n/, '')
    .replace(/\n[ \t]*$/, '')
    .split('\n');
  const indents = lines
    .slice(1)
    .filter(line => line.trim())
    .map(line => /^ */.exec(line)![0].length);
  const indent = Math.min(...indents, Number.MAX_SAFE_INTEGER);
  return lines
    .map(line => (line.startsWith(' ') ? line.slice(Math.min(indent, line.length)) : line))
    .join('\n')
    .trim();
}
