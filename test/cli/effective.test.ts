import assert from 'node:assert/strict';
import { test } from 'node:test';
import { project, run } from '../support/cli.ts';

interface Inspected {
  readonly path: string;
  readonly effective?: {
    readonly starts: boolean;
    readonly tools: readonly string[] | null;
    readonly model: string | null;
    readonly preloaded: readonly string[];
    readonly reason: string | null;
  };
}

const agent = (name: string, keys: string) =>
  `---\nname: ${name}\ndescription: Works.\n${keys}\n---\nYou work.\n`;
const servers = (...names: string[]) =>
  JSON.stringify({ mcpServers: Object.fromEntries(names.map(name => [name, { command: 'serve' }])) });

/** What `inspect` shows of the only agent with these keys. */
async function effective(keys: string, others: Readonly<Record<string, string>> = {}) {
  const cwd = project({ '.claude/agents/a.md': agent('a', keys), ...others });
  const { out } = await run(cwd, ['inspect', '--format', 'json', '.claude/agents/a.md']);
  const { files } = JSON.parse(out) as { files: readonly Inspected[] };
  return files[0]!.effective!;
}

test('inspect shows which tools an agent starts with', async () => {
  assert.deepEqual(await effective('tools: Read, Nope'), {
    starts: true,
    tools: ['Read'],
    conditional: [],
    model: null,
    effort: 'default',
    permissionMode: null,
    preloaded: [],
    reason: null,
  });
  assert.equal((await effective('model: sonnet')).tools, null);
  const { tools } = await effective('disallowedTools: Bash');
  assert.ok(tools!.includes('Read') && !tools!.includes('Bash') && !tools!.includes('Monitor'));
});

test('inspect says that an agent whose list names no tool does not start', async () => {
  const { starts, reason } = await effective('tools: read, bash');
  assert.equal(starts, false);
  assert.match(reason!, /`read` is not a tool, `bash` is not a tool/);
  const empty = await effective('tools: []');
  assert.deepEqual([empty.starts, empty.tools], [true, []]);
});

test('inspect knows the MCP servers of the project, exactly as they are named', async () => {
  const others = { '.mcp.json': servers('Tracker', 'Git Hub.x') };
  const tools = async (list: string) =>
    (await effective(`tools: "Read, ${list}"`, others)).tools!.filter(name => name !== 'Read');
  assert.deepEqual(await tools('mcp__Tracker'), ['mcp__Tracker']);
  assert.deepEqual(await tools('mcp__Tracker__drop, mcp__Git_Hub_x__*'), [
    'mcp__Git_Hub_x',
    'mcp__Tracker__drop',
  ]);
  for (const nothing of [
    'mcp__tracker__drop',
    'mcp__*',
    'mcp__Tracker__list_*',
    'mcp__Git Hub.x',
    'Tracker__drop',
  ])
    assert.deepEqual(await tools(nothing), [], nothing);
  assert.equal((await effective('tools: mcp__tracker__drop', others)).starts, false);
  // The user may have this one.
  assert.equal((await effective('tools: mcp__elsewhere__drop', others)).starts, true);
});

test('inspect adds the servers of an agent to its list, if they exist', async () => {
  const others = { '.mcp.json': servers('Files') };
  assert.deepEqual((await effective('tools: Read\nmcpServers: [Files, files]', others)).tools, [
    'Read',
    'mcp__Files',
  ]);
  const inline = 'tools: Nope\nmcpServers:\n  - own:\n      command: serve';
  const { starts, tools } = await effective(inline, others);
  assert.deepEqual([starts, tools], [true, ['mcp__own']]);
});

test('inspect shows the model that is sent', async () => {
  for (const [model, sent] of [
    ['SONNET', 'claude-sonnet-5-5'],
    ['opusplan', 'claude-sonnet-5-5'],
    ['claude-opus-4-1', 'claude-opus-5-5'],
    ['opus[1m]', 'claude-opus-5-5'],
    ['claude-haiku-4-5', 'claude-haiku-4-5'],
    ['gpt-5', 'gpt-5'],
    ['inherit', null],
    ['5', null],
  ])
    assert.equal((await effective(`model: ${model}`)).model, sent, model!);
});

test('inspect shows which skills are preloaded', async () => {
  const skill = (keys: string) => `---\ndescription: Helps.\n${keys}---\nHelp.\n`;
  const others = {
    '.claude/skills/one/SKILL.md': skill(''),
    '.claude/skills/two/SKILL.md': skill('name: Pretty\n'),
    '.claude/skills/manual/SKILL.md': skill('disable-model-invocation: true\n'),
    '.claude/skills/some/SKILL.md': skill('paths: "src/*.ts"\n'),
    '.claude/commands/c1.md': skill(''),
    'kit/.claude-plugin/plugin.json': '{"name": "kit"}',
    'kit/skills/p1/SKILL.md': skill(''),
  };
  const cwd = project({
    ...others,
    '.claude/agents/a.md': agent(
      'a',
      'skills: one Pretty, manual, some, c1, kit:p1, One, /one, "*", nope, one',
    ),
  });
  const { out } = await run(cwd, ['inspect', '--format', 'json']);
  const { files } = JSON.parse(out) as { files: readonly Inspected[] };
  const { effective } = files.find(({ path }) => path === '.claude/agents/a.md')!;
  assert.deepEqual(effective!.preloaded, ['one', 'two', 'c1', 'p1']);
});

test('inspect prints what an agent runs with below its row', async () => {
  const cwd = project({
    '.mcp.json': servers('tracker'),
    '.claude/agents/a.md': agent('a', 'model: opusplan\ntools: Read, mcp__Tracker__drop'),
    '.claude/agents/b.md': agent('b', 'tools: mcp__Tracker__drop'),
    '.claude/agents/c.md': agent('c', 'tools: Read, Artifact'),
    '.claude/agents/d.md': agent('d', 'tools: Read\nmodel: haiku'),
  });
  const { out } = await run(cwd, ['inspect']);
  assert.match(
    out,
    /a\.md .*\n {4}model: opusplan → claude-sonnet-5-5\n {4}tools: Read, mcp__Tracker__drop → Read\n/,
  );
  assert.match(out, /b\.md +fails .*\n {4}Claude Code does not start it: it would have no tool: /);
  assert.match(
    out,
    /c\.md .*\n {4}tools: Read, Artifact → Read\n {4}tools: Artifact only where the user is signed in\n/,
  );
  assert.match(out, /d\.md +yes .*\n {4}model: haiku → claude-haiku-5-5\n/);
  assert.match(out, /4 load as written, 0 with changes, 1 loads and fails when used/);
});
