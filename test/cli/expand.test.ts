import assert from 'node:assert/strict';
import { test } from 'node:test';
import { project, run } from '../support/cli.ts';

const command = (body: string, keys = '') => `---\ndescription: Does it.\n${keys}---\n${body}\n`;

test('expand prints what Claude Code sends for a call, and names the shell commands that it does not run', async () => {
  const cwd = project({
    '.claude/commands/git/fix.md': command('Fix $who at $1.\n!`touch ran`\n', 'arguments: [who]\n'),
  });
  const { code, out, err } = await run(cwd, ['expand', '.claude/commands/git/fix.md', '--', 'a b', 'c']);
  assert.equal(code, 0);
  assert.equal(out, 'Fix a b at c.\n!`touch ran`\n\n');
  assert.equal(err, 'Not run: touch ran. Its output takes the place of the command.\n');
});

test('expand puts arguments that nothing refers to below a skill, under its own folder', async () => {
  const cwd = project({ '.claude/skills/report/SKILL.md': command('See ${CLAUDE_SKILL_DIR}/a.md.') });
  const file = '.claude/skills/report/SKILL.md';
  const { out } = await run(cwd, ['expand', file, '--format', 'json', '--', 'alpha', 'beta']);
  const facts = JSON.parse(out) as Record<string, unknown>;
  const folder = `${cwd}/.claude/skills/report`;
  assert.deepEqual(
    [facts.tool, facts.evidence, facts.name, facts.arguments, facts.commands],
    ['Claude Code', 'measured', 'report', 'alpha beta', []],
  );
  assert.equal(
    facts.text,
    `Base directory for this skill: ${folder}\n\nSee ${folder}/a.md.\n\n\nARGUMENTS: alpha beta`,
  );
});

for (const [body, args, expected] of [
  ['Fix $1 in $2.', ['a', 'b', 'c'], 'Fix a in b c.'],
  ['Fix $1 in $2.', ['a'], 'Fix a in .'],
  ['Fix $ARGUMENTS.', ['a b', 'c'], 'Fix "a b" c.'],
  ['Fix it.', ['now'], 'Fix it.\n\nnow'],
  ['Fix it.', [], 'Fix it.'],
  ['Cost: $10 of $2', ['x', '$&'], 'Cost:  of $&'],
] as const)
  test(`expand of an OpenCode command: ${JSON.stringify(body)} with ${args.join(' ') || 'nothing'}`, async () => {
    const cwd = project({ '.opencode/commands/fix.md': command(body) });
    const { out } = await run(cwd, ['expand', '.opencode/commands/fix.md', '--', ...args]);
    assert.equal(out, `${expected}\n`);
  });

test('expand of a Gemini CLI command quotes arguments in shell commands, which it does not run', async () => {
  const cwd = project({
    '.gemini/commands/git/find.toml': 'prompt = "Find {{args}}:\\n!{touch {{args}}}"\n',
  });
  const file = '.gemini/commands/git/find.toml';
  const { out, err } = await run(cwd, ['expand', file, '--', "it's", 'here']);
  assert.equal(out, 'Find "it\'s" here:\n!{touch "\\"it\'s\\" here"}\n');
  assert.match(err, /^Not run: touch /);
  const plain = project({ [file]: 'prompt = "Say hello."\n' });
  assert.equal((await run(plain, ['expand', file, '--', 'x'])).out, 'Say hello.\n\n/git:find x\n');
});

test('expand refuses files of which it does not know what is sent, and what is not one file', async () => {
  const cwd = project({
    '.claude/agents/a.md': '---\nname: a\ndescription: b\n---\nYou.\n',
    'notes.txt': '',
  });
  const agent = await run(cwd, ['expand', '.claude/agents/a.md']);
  assert.deepEqual([agent.code, agent.out], [2, '']);
  assert.match(agent.err, /What Claude Code sends for a call of .claude\/agents\/a.md .* is not known/);
  assert.equal((await run(cwd, ['expand', 'notes.txt'])).code, 2);
  assert.equal((await run(cwd, ['expand'])).code, 2);
  const broken = project({ '.opencode/commands/a.md': command('x', 'subtask: 5\n') });
  const { code, err } = await run(broken, ['expand', '.opencode/commands/a.md']);
  assert.deepEqual(
    [code, err],
    [1, '.opencode/commands/a.md cannot be called in OpenCode: see agent-files check.\n'],
  );
});
