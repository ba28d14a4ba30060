import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { asText } from '../../../server/src/language/loading/asText.ts';

test('converts values as JavaScript does', () => {
  const { tree } = fc.letrec(tie => ({
    tree: fc.oneof(
      { maxDepth: 3 },
      fc.string({ maxLength: 3 }),
      fc.integer(),
      fc.constantFrom(null, undefined, true, {}, new Date(0)),
      fc.array(tie('tree'), { maxLength: 5 }),
    ),
  }));
  fc.assert(fc.property(tree, value => assert.equal(asText(value), String(value))));
});

test('stops at a list within itself and cuts a huge one', () => {
  const own: unknown[] = ['a'];
  own.push(own, 'b');
  assert.equal(asText(own), String(own));
  assert.equal(asText('x'.repeat(2000)).length, 2000);
  let huge: unknown = 'x';
  for (let depth = 0; depth < 30; depth++) huge = Array(9).fill(huge);
  assert.equal(asText(huge).length, 1000);
});

test('a mapping with the key toString has a text', () => {
  assert.equal(asText({ toString: 1 }), '[object Object]');
  assert.equal(asText([{ toString: 1 }, 'a']), '[object Object],a');
});
