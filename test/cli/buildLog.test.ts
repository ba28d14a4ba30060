import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { openSync } from 'node:fs';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { project } from '../support/project.ts';

const onlyHere = { skip: process.platform === 'win32' && 'no file has such a name there' };

function run(cwd: string, args: readonly string[], stdin: 'ignore' | number = 'ignore') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve('dist/cli.cjs'), ...args], {
    encoding: 'utf8',
    cwd,
    env: { ...process.env, PWD: cwd },
    stdio: [stdin, 'pipe', 'pipe'],
  });
  return { status, stdout, stderr };
}

const hostile = '##[add-mask]x ##vso[task.setvariable variable=a]b ##teamcity[x] ::error::y';
/** Lines that GitHub, Azure, TeamCity or Buildkite would obey. */
const obeyed = /^\s*::|##[^#[\s]*\[|^(?:---|\+\+\+|~~~) /m;

test('no line of the text output is a command to the system that runs the build', onlyHere, t => {
  const agent = `---\nname: ${hostile.replaceAll(':', '\uA789')}\ndescription: "${hostile}"\nmodel: "${hostile}"\n"${hostile}": 1\n---\nBody\n`;
  const cwd = project(t, {
    '::error title=x::y/.claude/agents/a.md': agent,
    ' ::warning::/.claude/agents/a.md': agent,
    '##[error]/.claude/agents/a.md': agent,
    '--- group/.claude/agents/a.md': agent,
    '+++/.claude/agents/pipe.md': agent,
    '::stop-commands::x/.agentfilesrc': `rules: {"${hostile}": off}\nignore: [""]\n`,
    '::stop-commands::x/.claude/agents/a.md': agent,
    // Named, a file with the keys of an agent is one.
    '::debug::x.md': '# Text\n',
  });
  const outputs = [
    run(cwd, ['check']),
    run(cwd, ['check', '--for', 'opencode,gemini,copilot']),
    run(cwd, ['inspect']),
    run(cwd, ['check', '::debug::x.md', '::nothing::', '##[x]', '##vso[y]z']),
    run(cwd, ['check', '::debug::x.md', '--dialect', '##[x]']),
    run(cwd, ['##[x]']),
    run(cwd, ['check', '--##[x]']),
    run(cwd, ['check', '--format', '##[x]']),
  ];
  for (const { stdout, stderr } of outputs) {
    assert.doesNotMatch(stdout, obeyed);
    assert.doesNotMatch(stderr, obeyed);
  }
  assert.match(outputs[0]!.stdout, /^\.\/::error title=x::y\/\.claude\/agents\/a\.md$/m);
  assert.match(outputs[0]!.stdout, /#\\u0023\[add-mask\]x/);
  assert.match(outputs[3]!.stderr, /^\.\/::debug::x\.md does not look like an agent file/m);
});

test('the JSON output has the names and values as they are', onlyHere, t => {
  const cwd = project(t, {
    '::error title=x::y/.claude/agents/a.md': `---\nname: a\ndescription: "${hostile}"\n---\nBody\n`,
  });
  const [file] = JSON.parse(run(cwd, ['inspect', '--format', 'json']).stdout).files;
  assert.equal(file.path, '::error title=x::y/.claude/agents/a.md');
  assert.equal(file.description, hostile);
});

test('standard input that is closed or a folder is an error', onlyHere, t => {
  const cwd = project(t);
  const args = ['check', '--stdin', '--stdin-path', '.claude/agents/a.md'];
  const command = 'exec "$1" "$2" check --stdin --stdin-path .claude/agents/a.md <&-';
  const closed = spawnSync('sh', ['-c', command, 'sh', process.execPath, resolve('dist/cli.cjs')], {
    encoding: 'utf8',
    cwd,
  });
  assert.deepEqual([closed.status, closed.stdout, closed.stderr], [2, '', 'Standard input is closed.\n']);
  const folder = run(cwd, args, openSync(cwd, 'r'));
  assert.deepEqual([folder.status, folder.stdout], [2, '']);
  assert.match(folder.stderr, /^Standard input is a folder\.\n$/);
});
