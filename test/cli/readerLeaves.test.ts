import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';

test('closing the output early, as `head` does, is not an error', async () => {
  const child = spawn(process.execPath, [
    'dist/cli.cjs',
    'inspect',
    '--stdin',
    '--stdin-path',
    '.claude/agents/a.md',
  ]);
  let told = '';
  child.stderr.on('data', data => {
    told += data;
  });
  child.stdout.destroy();
  child.stdin.end('---\nname: a\ndescription: d\n---\nYou.\n');
  const [code] = await once(child, 'close');
  assert.equal(told, '');
  assert.equal(code, 0);
});
