import assert from 'node:assert/strict';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { project, run } from '../support/cli.ts';

const path = '.claude/agents/reviewer.md';
const agent = (lines = 'tools: Read\n') =>
  `---\nname: reviewer\ndescription: Reviews.\n${lines}---\nYou review.\n`;
const place = '.gemini/agents/reviewer.md';
const text = '---\nname: reviewer\ndescription: Reviews.\ntools: [read_file]\n---\n\nYou review.\n';

test('convert prints the file, and beside it what is left out', async () => {
  const cwd = project({ [path]: agent('tools: Read\ncolor: red\n') });
  const { code, out, err } = await run(cwd, ['convert', path, '--to', 'gemini']);
  assert.equal(code, 0);
  assert.equal(out, text);
  assert.equal(err, `- 'color' is left out\nTo write it to ${place}: --write\n`);
  assert.ok(!existsSync(join(cwd, place)));
});

test('convert --write writes it into the folder of the other tool, from wherever it is run', async () => {
  const cwd = project({ [`packages/a/${path}`]: agent() });
  const { code, out, err } = await run(join(cwd, 'packages'), [
    'convert',
    `a/${path}`,
    '--to',
    'gemini',
    '--write',
  ]);
  assert.deepEqual([code, out, err], [0, '', `Written: a/${place}\n`]);
  assert.equal(readFileSync(join(cwd, 'packages/a', place), 'utf8'), text);
});

test('convert takes the folder above that of the tool for the project, or else the current one', async () => {
  const cwd = project({ [`.dotfiles/${path}`]: agent(), 'kit/agents/reviewer.md': agent() });
  const args = ['--to', 'gemini', '--write'];
  await run(cwd, ['convert', `.dotfiles/${path}`, ...args]);
  assert.ok(existsSync(join(cwd, '.dotfiles', place)));
  await run(cwd, ['convert', 'kit/agents/reviewer.md', '--dialect', 'claude-subagent', ...args]);
  assert.ok(existsSync(join(cwd, place)));
});

test('convert writes nothing through a link that leads out of the project, and says why it cannot write', async () => {
  const cwd = project({ [path]: agent(), '.qwen': 'a file' });
  const outside = project({});
  symlinkSync(outside, join(cwd, '.gemini'));
  const linked = await run(cwd, ['convert', path, '--to', 'gemini', '--write']);
  assert.equal(linked.code, 2);
  assert.match(linked.err, /leads out of the project/);
  assert.ok(!existsSync(join(outside, 'agents')));
  const blocked = await run(cwd, ['convert', path, '--to', 'qwen', '--write']);
  assert.equal(blocked.code, 2);
  assert.match(blocked.err, /cannot be written/);
});

test('convert names the files of a skill that it does not copy', async () => {
  const skill = '.claude/skills/lint/SKILL.md';
  const cwd = project({
    [skill]: '---\nname: lint\ndescription: Lints.\n---\nRun scripts/a.sh.\n',
    '.claude/skills/lint/scripts/a.sh': 'true',
  });
  const { err } = await run(cwd, ['convert', skill, '--to', 'agent-skills']);
  assert.match(err, /^- Not copied: scripts$/m);
  const none = await run(cwd, ['convert', skill, '--to', 'opencode']);
  assert.match(none.err, /"opencode" has no skill files of its own/);
});

test('convert never writes over a file', async () => {
  const cwd = project({ [path]: agent(), [place]: 'mine' });
  const { code, err } = await run(cwd, ['convert', path, '--to', 'gemini', '--write']);
  assert.equal(code, 2);
  assert.match(err, /exists already/);
  assert.equal(readFileSync(join(cwd, place), 'utf8'), 'mine');
});

test('convert does not write what may do more, unless it is told to', async () => {
  const cwd = project({ [path]: agent('permissionMode: plan\n') });
  const args = ['convert', path, '--to', 'gemini', '--write', '--format', 'json'];
  const { code, out } = await run(cwd, args);
  const facts = JSON.parse(out) as Record<string, unknown>;
  assert.deepEqual(
    [code, facts.written, facts.widens, existsSync(join(cwd, place))],
    [1, false, ['`permissionMode` is left out: its limit does not hold'], false],
  );
  assert.equal((await run(cwd, [...args, '--wider'])).code, 0);
  assert.ok(existsSync(join(cwd, place)));
});

test('convert names what it can convert to, and what it cannot convert', async () => {
  const cwd = project({ [path]: agent(), 'broken/.claude/agents/x.md': '---\nname: x\n---\nX.\n' });
  const unknown = await run(cwd, ['convert', path, '--to', 'gemnii']);
  assert.equal(unknown.code, 2);
  assert.match(unknown.err, /Unknown tool "gemnii"\. Did you mean "?gemini/);
  const own = await run(cwd, ['convert', path, '--to', 'claude-subagent']);
  assert.match(own.err, /It is a file of Claude Code already/);
  const broken = await run(cwd, ['convert', 'broken/.claude/agents/x.md', '--to', 'gemini']);
  assert.equal(broken.code, 1);
  assert.match(broken.err, /cannot be converted: Claude Code does not load it/);
});
