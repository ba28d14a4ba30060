import assert from 'node:assert/strict';
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { project, run } from '../support/cli.ts';
import { repository } from '../support/repository.ts';

const agent = (...lines: readonly string[]) =>
  `---\nname: a\ndescription: D.\n${lines.map(line => `${line}\n`).join('')}---\nYou.\n`;
const a = '.claude/agents/a.md';

/** What the change from one text of a file to another does, as `effect text`. */
async function changes(t: TestContext, before: string | undefined, after: string | undefined, path = a) {
  const { cwd, write } = repository(t, { 'x.md': 'x', ...(before !== undefined && { [path]: before }) });
  if (after === undefined) rmSync(join(cwd, path));
  else write({ [path]: after });
  const { code, out, err } = await run(cwd, ['diff', 'HEAD', '--format', 'json']);
  assert.equal(err, '');
  const { files, wider } = JSON.parse(out);
  assert.equal(code, wider ? 1 : 0);
  return files.flatMap((file: { changes: { effect: string; text: string }[] }) =>
    file.changes.map(({ effect, text }) => `${effect}: ${text}`),
  );
}

const cases: readonly [
  name: string,
  before: string | undefined,
  after: string | undefined,
  found: string[],
  path?: string,
][] = [
  ['nothing', agent('tools: Read'), agent('tools: Read'), []],
  [
    'another order and other words',
    agent('tools: Read, Bash'),
    agent('tools: [Bash, Read]').replace('D.', 'E.'),
    [],
  ],
  [
    'more tools',
    agent('tools: Read'),
    agent('tools: Read, Bash, WebFetch'),
    ['wider: gains Bash and WebFetch'],
  ],
  ['fewer tools', agent('tools: Read, Bash'), agent('tools: Read'), ['narrower: loses Bash']],
  ['no list of tools', agent('tools: Read'), agent(), ['wider: gains all tools, and had Read']],
  ['a list of tools', agent(), agent('tools: Read'), ['narrower: is limited to Read']],
  [
    'no more deny',
    agent('disallowedTools: Write, Edit'),
    agent('disallowedTools: Edit'),
    ['wider: loses the deny of Write'],
  ],
  ['a deny', agent(), agent('disallowedTools: Write'), ['narrower: denies Write']],
  [
    'a laxer mode',
    agent(),
    agent('permissionMode: bypassPermissions'),
    ['wider: permission mode default → bypassPermissions'],
  ],
  [
    'a stricter mode',
    agent('permissionMode: acceptEdits'),
    agent('permissionMode: plan'),
    ['narrower: permission mode acceptEdits → plan'],
  ],
  ['another model', agent('model: haiku'), agent('model: opus'), ['change: model haiku → opus']],
  [
    'a longer prompt',
    agent(),
    `${agent()}${'Word. '.repeat(800)}`,
    ['change: prompt +1,200 tokens, roughly'],
  ],
  [
    'a file that is lost',
    agent(),
    agent().replace('name: a\n', ''),
    ['lost: no longer loads: `name` is missing'],
  ],
  ['a file that is gone', agent(), undefined, ['lost: is gone']],
  ['a new agent', undefined, agent('tools: Read, Bash'), ['wider: is new, with Read and Bash']],
  [
    'a new agent without a list',
    undefined,
    agent('disallowedTools: Write'),
    ['wider: is new, with all tools but Write'],
  ],
  [
    'an agent that loads again',
    agent('tools: Read').replace('name: a\n', ''),
    agent('tools: Read'),
    ['wider: now loads, with Read'],
  ],
  ['hidden characters', agent(), `${agent()}x\u{E0041}\u{E0042}y\n`, ['wider: 2 new hidden characters']],
  ['a hidden character', agent(), `${agent()}x\u200By\n`, ['wider: 1 new hidden character']],
  [
    'a hook',
    agent(),
    agent('hooks:', '  Stop:', '    - hooks:', '        - type: command', '          command: ./x.sh'),
    ['wider: runs a new command: ./x.sh'],
  ],
  [
    'a server',
    agent(),
    agent('mcpServers:', '  - own:', '      command: npx', '      args: [-y, own]'),
    ['wider: runs a new command: npx -y own'],
  ],
  [
    'a command in a skill',
    '---\nname: s\ndescription: D.\n---\nShip.\n',
    '---\nname: s\ndescription: D.\nallowed-tools: Bash(git status:*)\n---\nShip.\n!`git status`\n',
    ['wider: gains Bash(git status:*)', 'wider: runs a new command: git status'],
    '.claude/skills/s/SKILL.md',
  ],
  [
    'a permission of OpenCode',
    '---\ndescription: D.\npermission:\n  edit: deny\n  bash:\n    "*": ask\n---\nYou.\n',
    '---\ndescription: D.\npermission:\n  edit: allow\n  bash:\n    "*": deny\n---\nYou.\n',
    ['wider: permission edit: deny → allow', 'narrower: permission bash *: ask → deny'],
    '.opencode/agents/o.md',
  ],
];

for (const [name, before, after, found, path] of cases)
  test(`diff of ${name}`, async t => {
    assert.deepEqual(await changes(t, before, after, path), found);
  });

test('a limit that no longer holds is wider', async t => {
  const text = (key: string) => `---\ndescription: D.\nmode: primary\n${key}:\n  edit: deny\n---\nYou.\n`;
  const found = await changes(t, text('permission'), text('permissions'), '.opencode/agents/o.md');
  assert.ok(found.includes('wider: permission edit: deny → unset'), found.join());
  assert.ok(
    found.some((line: string) => line.startsWith('wider: a limit does not hold: ')),
    found.join(),
  );
});

test('diff compares two commits, from any folder, without a check-out', async t => {
  const { cwd, git, write, commit } = repository(t, { [a]: agent('tools: Read'), 'sub/x': 'x' });
  write({ [a]: agent('tools: Read, Bash') });
  commit();
  write({ [a]: agent('tools: Read, Bash, Write') });
  const textOf = async (folder: string, ...args: readonly string[]) =>
    (await run(join(cwd, folder), ['diff', ...args])).out;
  assert.equal(
    await textOf('', 'HEAD~1', 'HEAD'),
    `${a}  agent a, Claude Code\n  wider     gains Bash\n\n1 file does something else: 1 with wider rights.\n`,
  );
  assert.equal(await textOf('sub', 'HEAD~1..HEAD'), await textOf('', 'HEAD~1', 'HEAD'));
  assert.match(await textOf('', 'HEAD~1'), /gains Bash and Write/);
  assert.match(await textOf('', 'HEAD', 'HEAD~1'), /narrower +loses Bash/);
  assert.equal(await textOf('', 'HEAD', 'HEAD'), 'No agent file does anything else than before.\n');
  assert.equal(readFileSync(join(cwd, a), 'utf8'), agent('tools: Read, Bash, Write'));
  assert.equal(git('status', '--porcelain').toString(), ` M ${a}\n`);
});

test('a range with three dots leaves out what the base changed meanwhile', async t => {
  const { cwd, git, write, commit } = repository(t, { [a]: agent('tools: Read') });
  git('checkout', '--quiet', '-b', 'work');
  write({ '.claude/agents/b.md': agent('tools: Read').replace('name: a', 'name: b') });
  commit();
  git('checkout', '--quiet', 'main');
  write({ [a]: agent('tools: Read, Bash') });
  commit();
  assert.match((await run(cwd, ['diff', 'main..work'])).out, /a\.md[\s\S]*loses Bash/);
  const { out } = await run(cwd, ['diff', 'main...work']);
  assert.match(
    out,
    /^\.claude\/agents\/b\.md {2}agent b, Claude Code\n {2}wider {5}is new, with Read\n\n1 file/,
  );
});

test('a moved agent is compared with what it was', async t => {
  const { cwd } = repository(t, { [a]: agent('tools: Read, Bash') });
  renameSync(join(cwd, a), join(cwd, '.claude/agents/moved.md'));
  assert.equal((await run(cwd, ['diff', 'HEAD'])).out, 'No agent file does anything else than before.\n');
});

test('plugins and configurations count as they are in each tree', async t => {
  const { cwd, write } = repository(t, {
    'agents/x.md': agent('tools: Read').replace('name: a', 'name: x'),
    'agents/README.md': 'Agents.\n',
    '.claude-plugin/plugin.json': '{"name":"kit"}',
  });
  write({ 'agents/x.md': agent('tools: Read, Bash').replace('name: a', 'name: x') });
  assert.match((await run(cwd, ['diff', 'HEAD'])).out, /^agents\/x\.md .*\n {2}wider +gains Bash\n/);
  write({ '.agentfilesrc': 'ignore: ["agents/*"]\n' });
  assert.match((await run(cwd, ['diff', 'HEAD'])).out, /lost +is gone/);
});

test('Markdown is a comment with nothing of the files that acts', async t => {
  const { cwd, write } = repository(t, { [a]: agent('model: haiku') });
  write({
    [a]: agent(
      'model: "<b>@team</b> [x](y)"',
      'hooks: { Stop: [{ hooks: [{ type: command, command: "a | b `c`" }] }] }',
    ),
  });
  const { code, out } = await run(cwd, ['diff', 'HEAD', '--format', 'markdown', '--output', 'comment.md']);
  assert.deepEqual([code, out], [1, '']);
  const text = readFileSync(join(cwd, 'comment.md'), 'utf8');
  assert.match(
    text,
    /^### Agent rights\n\n1 file does something else: 1 with wider rights\.\n\n\*\*`\.claude\/agents\/a\.md`\*\* \(agent a, Claude Code\)\n\n- 🔺 \*\*wider:\*\* runs a new command: a/,
  );
  assert.doesNotMatch(text, /<b>|@team|\]\(/);
});

test('diff reports errors of git, and no program of the repository runs', async t => {
  const { cwd, git, write } = repository(t, { [a]: agent('tools: Read') });
  const unknown = await run(cwd, ['diff', 'nothing']);
  assert.deepEqual([unknown.code, unknown.err], [2, 'git knows no commit "nothing".\n']);
  const both = await run(cwd, ['diff', 'main...HEAD', 'HEAD']);
  assert.deepEqual([both.code, both.err], [2, 'Give either BASE HEAD or one range, such as main...HEAD.\n']);
  const outside = await run(join(project(), '..'), ['diff', 'HEAD']);
  assert.equal(outside.code, 2);
  git('config', 'core.fsmonitor', `touch "${cwd}/ran"; false`);
  write({ [a]: agent('tools: Read, Bash') });
  assert.equal((await run(cwd, ['diff', 'HEAD'])).code, 1);
  assert.ok(!existsSync(join(cwd, 'ran')));
});
