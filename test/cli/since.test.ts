import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { json, project, run } from '../support/cli.ts';
import { repository } from '../support/repository.ts';

const agent = (name: string) => `---\nname: ${name}\ndescription: D.\ntools: Read, Grpe\n---\nYou.\n`;

async function checkedIn(cwd: string, ...args: readonly string[]): Promise<string[]> {
  return (await json(cwd, ['check', ...args])).files.map(({ path }) => path);
}

test('--since checks the files that have changed, were added or are not committed yet', async t => {
  const { cwd, git, write, commit } = repository(t, {
    '.claude/agents/a.md': agent('a'),
    '.claude/agents/b.md': agent('b'),
    '.claude/agents/c.md': agent('c'),
  });
  assert.deepEqual(await checkedIn(cwd, '--since', 'HEAD'), []);
  git('checkout', '--quiet', '-b', 'work');
  write({ '.claude/agents/a.md': `${agent('a')}More.\n` });
  commit();
  write({ '.claude/agents/my own.md': agent('d') });
  assert.deepEqual(await checkedIn(cwd, '--since', 'main'), [
    '.claude/agents/a.md',
    '.claude/agents/my own.md',
  ]);
  assert.deepEqual(await checkedIn(cwd, '--since', 'HEAD'), ['.claude/agents/my own.md']);
  assert.deepEqual(await checkedIn(join(cwd, '.claude'), '--since', 'main'), [
    'agents/a.md',
    'agents/my own.md',
  ]);
  // What others commit meanwhile is not a change of this branch.
  git('stash', '--quiet', '--include-untracked');
  git('checkout', '--quiet', 'main');
  write({ '.claude/agents/b.md': `${agent('b')}Theirs.\n` });
  commit();
  git('checkout', '--quiet', 'work');
  assert.deepEqual(await checkedIn(cwd, '--since', 'main'), ['.claude/agents/a.md']);
});

test('--since checks files that depend on what has changed', async t => {
  const { cwd, write } = repository(t, {
    'CLAUDE.md': 'Read @docs/style.md first.\n',
    'docs/style.md': 'Be short.\n',
    '.claude/agents/a.md': agent('a'),
    '.claude/agents/team/b.md': agent('b'),
  });
  write({ 'docs/style.md': 'Be long.\n' });
  assert.deepEqual(await checkedIn(cwd, '--since', 'HEAD'), ['CLAUDE.md']);
  rmSync(join(cwd, 'docs/style.md'));
  assert.deepEqual(await checkedIn(cwd, '--since', 'HEAD'), ['CLAUDE.md']);
  write({ 'docs/style.md': 'Be short.\n', '.claude/agents/team/b.md': agent('a') });
  assert.deepEqual(await checkedIn(cwd, '--since', 'HEAD'), [
    '.claude/agents/a.md',
    '.claude/agents/team/b.md',
  ]);
});

test('--since checks files that refer to what has changed, also to what is gone', async t => {
  const { cwd, write } = repository(t, {
    '.claude/agents/a.md': agent('a').replace('tools: Read, Grpe', 'skills: [ship]'),
    '.claude/agents/b.md': agent('b'),
    '.claude/skills/ship/SKILL.md': '---\nname: ship\ndescription: Ships.\n---\nShip.\n',
  });
  rmSync(join(cwd, '.claude/skills/ship'), { recursive: true });
  assert.deepEqual(await checkedIn(cwd, '--since', 'HEAD'), ['.claude/agents/a.md']);
  write({ '.claude/skills/ship/SKILL.md': '---\nname: ship\ndescription: Ships it.\n---\nShip.\n' });
  assert.deepEqual(await checkedIn(cwd, '--since', 'HEAD'), [
    '.claude/agents/a.md',
    '.claude/skills/ship/SKILL.md',
  ]);
});

test('--since checks all files below a configuration that has changed', async t => {
  const { cwd, write } = repository(t, {
    '.claude/agents/a.md': agent('a'),
    'x/.claude/agents/b.md': agent('b'),
  });
  write({ 'x/.agentfilesrc': 'rules: {}\n' });
  assert.deepEqual(await checkedIn(cwd, '--since', 'HEAD'), ['x/.claude/agents/b.md']);
});

test('--since --fix fixes only what has changed', async t => {
  const broken = (name: string) => `---\nname: ${name}\ndescription: Use: it\n---\nYou.\n`;
  const { cwd, write } = repository(t, {
    '.claude/agents/a.md': broken('a'),
    '.claude/agents/b.md': broken('b'),
  });
  write({ '.claude/agents/b.md': `${broken('b')}More.\n` });
  const { out } = await run(cwd, ['check', '--since', 'HEAD', '--fix']);
  assert.match(out, /^Fixed \.claude\/agents\/b\.md\n\n1 agent file,/);
});

test('an unknown revision, an option as one, and a folder without git are errors', async t => {
  const { cwd } = repository(t, { 'a.md': 'A.\n' });
  for (const revision of ['nothing', '--output=x', 'HEAD:a.md']) {
    const { code, err } = await run(cwd, ['check', `--since=${revision}`]);
    assert.deepEqual([code, err], [2, `git knows no commit "${revision}".\n`]);
  }
  assert.ok(!existsSync(join(cwd, 'x')));
  const elsewhere = await run(join(project(), '..'), ['check', '--since', 'HEAD']);
  assert.deepEqual([elsewhere.code, elsewhere.err], [2, 'The current folder is not in a git repository.\n']);
});

test('git runs no program that a repository names', {
  skip: process.platform === 'win32' && 'the program is a shell script',
}, async t => {
  const { cwd, git, write } = repository(t, { '.claude/agents/a.md': agent('a') });
  const program = join(cwd, 'program.sh');
  write({ 'program.sh': `#!/bin/sh\ntouch "${cwd}/ran"\n`, '.gitattributes': '*.md diff=own\n' });
  execFileSync('chmod', ['+x', program]);
  for (const key of ['core.fsmonitor', 'diff.external', 'diff.own.command', 'diff.own.textconv'])
    git('config', key, program);
  write({ '.claude/agents/a.md': `${agent('a')}More.\n` });
  assert.deepEqual(await checkedIn(cwd, '--since', 'HEAD'), ['.claude/agents/a.md']);
  assert.ok(!existsSync(join(cwd, 'ran')));
});
