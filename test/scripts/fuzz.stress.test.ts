import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

test('npm run fuzz goes on after its first hundred inputs, and finds no failure in the next', () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['scripts/fuzz.mjs', '--inputs', '120', '--seed', '7'],
    { encoding: 'utf8', timeout: 50_000 },
  );
  assert.equal(status, 0, stderr);
  assert.match(stdout, /^120 inputs in \d+ s, seed 7: 0 kinds of failure\.$/m);
});
