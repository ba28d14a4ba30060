import assert from 'node:assert/strict';
import { test } from 'node:test';
// @ts-expect-error: a script without types
import { minimize } from '../../scripts/minimize.mjs';

test('what fails is made as short as it can be', async () => {
  const text = `${'one line\n'.repeat(50)}key: [open\n${'another\n'.repeat(50)}`;
  assert.equal(await minimize(text, (candidate: string) => candidate.includes('[')), '[');
  const two = await minimize(text, (candidate: string) => /e.*\n.*\[/.test(candidate));
  assert.equal(two, 'e\n[');
});

test('it asks no more often than allowed, and keeps a text that fails', async () => {
  let asked = 0;
  const fails = (candidate: string) => {
    asked++;
    return candidate.includes('x');
  };
  const shorter = await minimize(`${'abc\n'.repeat(20)}x`, fails, 3);
  assert.equal(asked, 3);
  assert.ok(shorter.includes('x'));
});
