import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainMessage } from '../../../server/src/language/features/describe.ts';

test('code in a diagnostic is in quotation marks, because clients show plain text', () => {
  assert.equal(
    plainMessage('Unquoted value contains `: `. Use `a`.'),
    "Unquoted value contains ': '. Use 'a'.",
  );
  assert.equal(plainMessage("Unknown tool `it's`"), 'Unknown tool "it\'s"');
  assert.equal(plainMessage('A single ` stays'), 'A single ` stays');
});
