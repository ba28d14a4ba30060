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

test('colors are for terminals, and for whoever forces them', () => {
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

test('a folder that a link leads to is what the link says', {
  skip: process.platform === 'win32' && 'links are not for everybody there',
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
  // As for any other program, `..` leads to where the folder really lies.
  assert.match(checkIn(agents, agents, '../../.claude'), /^1 agent file,/);
  // What a shell has left behind says nothing.
  assert.match(checkIn(join(folder, 'dotfiles/agents'), folder), /^No agent files/);
  rmSync(folder, { recursive: true });
});

test('a disk that is full is a fault, and nothing of our code is shown for it', {
  skip: !existsSync('/dev/full') && 'there is no /dev/full',
}, () => {
  const command = [resolve('dist/cli.cjs'), '--help'];
  const stdio = ['ignore', openSync('/dev/full', 'w'), 'pipe'] as const;
  const { status, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8', stdio: [...stdio] });
  assert.equal(status, 2);
  assert.match(stderr, /^agent-files has failed: Error: ENOSPC/);
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
