import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { test } from 'node:test';
import { project, run } from '../support/cli.ts';

/** The words that complete the last of those given. */
async function completed(...words: readonly string[]): Promise<string[]> {
  const { code, out, err } = await run(project(), ['complete', '--', ...words]);
  assert.deepEqual([code, err], [0, '']);
  return out.split('\n').filter(Boolean);
}

test('commands, options and their values are completed', async () => {
  assert.deepEqual(await completed('in'), ['inspect', 'init']);
  assert.ok((await completed('')).includes('check'));
  assert.ok(!(await completed('')).includes('complete'));
  assert.deepEqual(await completed('check', '--lev'), ['--level']);
  assert.deepEqual(await completed('check', '--level', 'e'), ['error']);
  assert.deepEqual(await completed('check', '--level=e'), ['--level=error']);
  assert.deepEqual(await completed('check', '--level', '=', 'e'), ['error']);
  assert.deepEqual(await completed('check', '--for', 'claude,opencod'), ['claude,opencode']);
  assert.deepEqual(await completed('inspect', '--dialect', 'claude-sub'), ['claude-subagent']);
  assert.deepEqual(await completed('explain', 'useQuo'), ['useQuotedValue']);
  assert.deepEqual(await completed('help', 'che'), ['check']);
});

test('nothing is completed where a path stands', async () => {
  assert.deepEqual(await completed('check', ''), []);
  assert.deepEqual(await completed('check', '--stdin-path', 'a'), []);
});

test('an unknown shell is a usage error', async () => {
  const { code, err } = await run(project(), ['completion', 'tcsh']);
  assert.deepEqual([code, err], [2, 'Invalid value "tcsh" for the shell. Use bash, zsh, or fish.\n']);
});

/** Runs a script in a shell, with the built command line as `agent-files`. */
function inShell(shell: string, script: string) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'agent-files-completion-')));
  try {
    const command = join(folder, 'agent-files');
    writeFileSync(command, `#!/bin/sh\nexec "${process.execPath}" "${resolve('dist/cli.cjs')}" "$@"\n`);
    chmodSync(command, 0o755);
    const env = { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}`, HOME: folder };
    const options = shell === 'zsh' ? ['-f'] : shell === 'bash' ? ['--norc'] : [];
    return spawnSync(shell, [...options, '-c', script], { encoding: 'utf8', env });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const isMissing = (shell: string) =>
  spawnSync(shell, ['-c', 'exit 0']).status !== 0 && `${shell} is not installed`;

test('bash completes with the script', { skip: isMissing('bash') }, () => {
  const script = `eval "$(agent-files completion bash)"
COMP_WORDS=(agent-files check --format j); COMP_CWORD=3; _agent_files; echo "\${COMPREPLY[@]}"
COMP_WORDS=(agent-files ''); COMP_CWORD=1; _agent_files; echo "\${#COMPREPLY[@]} \${COMPREPLY[0]}"
complete -p agent-files`;
  const { stdout, stderr } = inShell('bash', script);
  assert.equal(stderr, '');
  assert.match(stdout, /^json[\s\S]*\n\d+ check\ncomplete -o default -F _agent_files agent-files\n$/);
});

test('zsh completes with the script', { skip: isMissing('zsh') }, () => {
  const script = `compdef() { echo "compdef $*" }; compadd() { echo "compadd $*" }; _files() { echo files }
eval "$(agent-files completion zsh)"
words=(agent-files check --format j); CURRENT=4; _agent_files
words=(agent-files check ''); CURRENT=3; _agent_files`;
  const { stdout, stderr } = inShell('zsh', script);
  assert.equal(stderr, '');
  assert.match(stdout, /^compdef _agent_files agent-files\ncompadd -- json[^\n]*\nfiles\n$/);
});

test('fish completes with the script', { skip: isMissing('fish') }, () => {
  const script = `agent-files completion fish | source
complete -C 'agent-files check --format j'
complete -C 'agent-files insp'`;
  const { stdout } = inShell('fish', script);
  assert.match(stdout, /^json\b[\s\S]*\ninspect\n/);
});
