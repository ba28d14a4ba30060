import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startsKey } from '../../../client/src/typing/beginsKey.ts';
import { readCaret } from '../../support/caret.ts';

function begins(marked: string): boolean {
  const { text, offset } = readCaret(marked);
  const before = text.slice(0, offset).split('\n');
  const lines = text.split('\n');
  return startsKey(line => lines[line]!, before.length - 1, before.at(-1)!.length);
}

for (const marked of [
  '---\nm¦\n---\nText.\n',
  '---\nname: a\nd¦',
  '---\npermission:\n  b¦\n---\n',
  '---\nhooks:\n  Stop:\n    - hooks:\n        t¦\n---\n',
  '---\npermission:\n  edit: deny\n\n  b¦\n---\n',
]) {
  test(`startsKey is true in ${JSON.stringify(marked)}`, () => assert.ok(begins(marked)));
}

for (const marked of [
  'm¦\n',
  '---\nname: a\n---\nm¦\n',
  '---\nmo¦\n---\n',
  '---\nm¦ode: all\n---\n',
  '---\nname: m¦\n---\n',
  '---\ndescription: |\n  w¦\n---\n',
  '---\ndescription: some\n  w¦\n---\n',
  '---\n  w¦\n---\n',
]) {
  test(`startsKey is false in ${JSON.stringify(marked)}`, () => assert.ok(!begins(marked)));
}
