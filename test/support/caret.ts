import assert from 'node:assert/strict';

/** What marks the cursor in a test's text. A `|` would collide with YAML's block scalars. */
const mark = '¦';

/** A text and the offset of the cursor that was marked in it. */
export interface WithCaret {
  readonly text: string;
  readonly offset: number;
}

/** Takes the one `¦` out of a text. */
export function readCaret(marked: string): WithCaret {
  const offset = marked.indexOf(mark);
  assert.ok(
    offset >= 0 && offset === marked.lastIndexOf(mark),
    `exactly one ${mark} is wanted in\n${marked}`,
  );
  return { text: marked.slice(0, offset) + marked.slice(offset + mark.length), offset };
}

/** Several files in one text, each under a line `=== path`; a text without such a line is one file without a path. */
export function readFiles(text: string): { readonly path: string | undefined; readonly text: string }[] {
  const parts = text.split(/^=== (.+)\n/m);
  if (parts.length === 1) return [{ path: undefined, text }];
  assert.equal(parts[0], '', 'text before the first === path');
  return Array.from({ length: (parts.length - 1) / 2 }, (_, at) => ({
    path: parts[at * 2 + 1]!,
    text: parts[at * 2 + 2]!,
  }));
}
