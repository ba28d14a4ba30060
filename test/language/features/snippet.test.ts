import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  escapeSnippet,
  isPlain,
  joined,
  plainTextOf,
} from '../../../server/src/language/features/completion/snippet.ts';

const plain: [snippet: string, text: string][] = [
  ['a', 'a'],
  ['a$1b$0', 'ab'],
  ['${1:x} ${2}', 'x '],
  ['${1|a,b|}', 'a'],
  ['${1|a\\,b,c|}', 'a,b'],
  ['${1:${TM_FILENAME_BASE:agent}}', 'agent'],
  ['$TM_FILENAME', ''],
  ['\\$1 \\} \\\\', '$1 } \\'],
  ['${1:{ x \\}}', '{ x }'],
  ['$', '$'],
  ['${', '${'],
];
for (const [snippet, text] of plain)
  test(`${snippet} becomes "${text}"`, () => assert.equal(plainTextOf(snippet), text));

test('any escaped text is inserted unchanged', () => {
  fc.assert(
    fc.property(
      fc.string(),
      text => isPlain(escapeSnippet(text)) && plainTextOf(escapeSnippet(text)) === text,
    ),
  );
});

test('any snippet is parsed to its end', () => {
  const piece = fc.constantFrom('$', '{', '}', '|', '1', ':', ',', '\\', 'A', 'x');
  fc.assert(fc.property(fc.array(piece), pieces => typeof plainTextOf(pieces.join('')) === 'string'));
});

test('joined snippets have distinct tab stops', () => {
  assert.equal(joined(['a: ${1:x} $2', 'b: $1', 'c: ${1|y,z|}'], '\n'), 'a: ${1:x} $2\nb: $3\nc: ${4|y,z|}');
});
