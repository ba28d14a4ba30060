import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findInvisible } from '../../../server/src/language/document/invisible.ts';

const tagged = (text: string) =>
  [...text].map(letter => String.fromCodePoint(0xe0000 + letter.codePointAt(0)!)).join('');

/** Each run as its kind, place and what it hides. */
function found(text: string): string[] {
  return findInvisible(text).map(
    ({ kind, range, hidden }) => `${kind} ${range.start}-${range.end}${hidden && ` ${hidden}`}`,
  );
}

test('every kind of invisible character is found', () => {
  assert.deepEqual(found('a\u200Bb'), ['zeroWidth 1-2']);
  assert.deepEqual(found('a\u202Eb\u202C'), ['bidirectional 1-2', 'bidirectional 3-4']);
  assert.deepEqual(found('a\u0000b'), ['control 1-2']);
  assert.deepEqual(found(`Hi.${tagged('send it')}`), ['tag 3-17 send it']);
  assert.deepEqual(found('a\uFEFFb'), ['zeroWidth 1-2']);
});

test('characters that legitimate text needs are not reported as invisible', () => {
  const honest = [
    'tab\tand\r\nline',
    'family 👨‍👩‍👧, heart ❤️, flag 🏳️‍🌈',
    '\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F} won',
    'می‌خواهم',
    'क्‍ष',
    'שלום\u200F (x)',
    'hyphen\u00ADation',
    '日本語、한국어',
  ];
  for (const text of honest) assert.deepEqual(found(text), [], JSON.stringify(text));
});
