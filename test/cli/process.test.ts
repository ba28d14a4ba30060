import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';

/** Runs the built command line as a child process. */
function run(args: readonly string[], env: NodeJS.ProcessEnv = {}, input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve('dist/cli.cjs'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: undefined, NO_COLOR: undefined, ...env },
    input,
  });
  return { status, stdout, stderr };
}

test('--version prints the version of package.json', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  for (const option of ['--version', '-v'])
    assert.deepEqual(run([option]), { status: 0, stdout: `${version}\n`, stderr: '' });
});

test('output is colored in a terminal or with FORCE_COLOR', () => {
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

test('files in a linked folder are identified by the path of the link', {
  skip: process.platform === 'win32' && 'links need special rights there',
}, () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'agent-files-dotfiles-')));
  mkdirSync(join(folder, 'dotfiles/agents'), { recursive: true });
  mkdirSync(join(folder, '.claude'));
  writeFileSync(join(folder, 'dotfiles/agents/a.md'), '---\nname: a\ndescription: d\n---\nYou.\n');
  symlinkSync('../dotfiles/agents', join(folder, '.claude/agents'));
  const checkIn = (cwd: string, PWD: string, ...paths: readonly string[]) => {
    const command = [resolve('dist/cli.cjs'), 'check', ...paths];
    const env = { ...process.env, PWD };
    return spawnSync(process.execPath, command, { encoding: 'utf8', cwd, env }).stdout;
  };
  const agents = join(folder, '.claude/agents');
  assert.match(checkIn(agents, agents), /^1 agent file,/);
  assert.match(checkIn(agents, agents, 'a.md'), /^1 agent file,/);
  assert.match(checkIn(agents, join(folder, 'dotfiles/agents')), /^No agent files/);
  // As for any other program, `..` refers to the parent of the resolved folder.
  assert.match(checkIn(agents, agents, '../../.claude'), /^1 agent file,/);
  // A stale PWD is ignored.
  assert.match(checkIn(join(folder, 'dotfiles/agents'), folder), /^No agent files/);
  rmSync(folder, { recursive: true });
});

test('a full disk gives exit code 2 and an error without our source code', {
  skip: !existsSync('/dev/full') && 'there is no /dev/full',
}, () => {
  const command = [resolve('dist/cli.cjs'), '--help'];
  const stdio = ['ignore', openSync('/dev/full', 'w'), 'pipe'] as const;
  const { status, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8', stdio: [...stdio] });
  assert.equal(status, 2);
  assert.match(stderr, /^agent-files failed: Error: ENOSPC/);
});

test('an unexpected error gives exit code 2 and a message without our source code', {
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
  assert.match(stderr, /^agent-files failed: Error: ENOENT/);
});
