import assert from 'node:assert/strict';
import { test } from 'node:test';
import { looksPublished } from '../../../client/src/collections/looksPublished.ts';

test('a document with a name and a description in its front matter may be of a collection', () => {
  for (const text of [
    '---\nname: a\ndescription: A.\n---\nText.\n',
    '\uFEFF---\r\ntools: Read\r\ndescription: A.\r\nname: a\r\n---\r\n',
    '---\nname: a\ndescription: A.\n',
  ])
    assert.ok(looksPublished(text), text);
});

test('other documents are not', () => {
  for (const text of [
    '',
    '# Title\n\nname: a\ndescription: A.\n',
    '---\ntitle: a\ndescription: A.\n---\nname: a\n',
    '\n---\nname: a\ndescription: A.\n---\n',
    '---\nauthor:\n  name: a\n  description: A.\n---\n',
  ])
    assert.ok(!looksPublished(text), text);
});
