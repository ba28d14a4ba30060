import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';

/** Runs the built command line as a process of its own. */
function run(args: readonly string[], env: NodeJS.ProcessEnv = {}, input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve('dist/cli.cjs'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: undefined, NO_COLOR: undefined, ...env },
    input,
  });
  return { status, stdout, stderr };
}

test('the version is that of the package', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  for (const option of ['--version', '-v'])
    assert.deepEqual(run([option]), { status: 0, stdout: `${version}\n`, stderr: '' });
});

test('colours are for terminals, and for whoever forces them', () => {
  const isColored = (env: NodeJS.ProcessEnv) => {
    const args = ['check', '--stdin', '--stdin-path', '.claude/agents/a.md'];
    return run(args, env, '---\nname: a\n---\nYou.\n').stdout.includes('\u001B[');
  };
  assert.deepEqual([{}, { FORCE_COLOR: '1' }, { FORCE_COLOR: '0' }, { NO_COLOR: '1' }].map(isColored), [
    false,
    true,
    false,
    false,
  ]);
});

test('what nobody has thought of has the exit code of faults, and no code of ours around it', {
  skip: process.platform === 'win32' && 'a folder that is in use cannot be removed there',
}, () => {
  const folder = mkdtempSync(join(tmpdir(), 'agent-files-gone-'));
  const script = `cd "$1" && rmdir "$1" && exec "$2" "$3" check`;
  const { status, stderr } = spawnSync(
    'sh',
    ['-c', script, 'sh', folder, process.execPath, resolve('dist/cli.cjs')],
    { encoding: 'utf8' },
  );
  assert.equal(status, 2);
  assert.match(stderr, /^agent-files has failed: Error: ENOENT/);
});
