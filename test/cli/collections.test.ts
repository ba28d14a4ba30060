import assert from 'node:assert/strict';
import { test } from 'node:test';
import { json, project, run } from '../support/cli.ts';

const agent = (name: string, more = 'tools: Read, Grep\n') =>
  `---\nname: ${name}\ndescription: Does ${name}.\n${more}---\nYou do ${name}.\n`;
const note =
  '2 files look like Claude Code subagents outside .claude/agents; checked as such. Set `agentFiles.associations` or `.agentfilesrc` to change that.';
const kit = {
  'README.md': '# Agents to copy\n',
  'categories/core/writer.md': agent('writer'),
  'categories/data/sql.md': agent('sql', 'tools: Read, Wrte\nmodel: sonnet\n'),
};

test('check and inspect treat files that are published to be copied as if they were installed', async () => {
  const cwd = project(kit);
  const { files, code } = await json(cwd, ['check']);
  assert.equal(code, 0);
  assert.deepEqual(
    files.map(({ path, dialect, diagnostics }) => [path, dialect, ...diagnostics.map(({ rule }) => rule)]),
    [
      ['categories/core/writer.md', 'claude-subagent'],
      ['categories/data/sql.md', 'claude-subagent', 'useKnownTool'],
    ],
  );
  const inspected = await json(cwd, ['inspect']);
  assert.deepEqual(
    inspected.files.map(({ name, tools }) => [name, tools]),
    [
      ['writer', ['Read', 'Grep']],
      ['sql', ['Read']],
    ],
  );
});

test('check and inspect say once which files they took for agent files', async () => {
  const cwd = project(kit);
  for (const command of ['check', 'inspect']) {
    const { out } = await run(cwd, [command]);
    assert.equal(out.split('look like').length, 2);
    assert.ok(out.endsWith(`${note}\n`), out);
    const { out: asJson } = await run(cwd, [command, '--format', 'json']);
    assert.deepEqual(JSON.parse(asJson).collections, [{ dialect: 'claude-subagent', files: 2 }]);
  }
  const mixed = project({
    ...kit,
    'commands/fix.md': '---\ndescription: Fixes.\nallowed-tools: Read\nargument-hint: x\n---\nFix it.\n',
  });
  const { out } = await run(mixed, ['check']);
  assert.match(
    out,
    /^2 files look like Claude Code subagents outside \.claude\/agents and 1 looks like a Claude Code command outside \.claude\/commands; checked as such\./m,
  );
  const installed = await run(project({ '.claude/agents/a.md': agent('a') }), ['check', '--format', 'json']);
  assert.deepEqual(Object.keys(JSON.parse(installed.out)), ['files']);
});

test('what keeps any installation from loading is an error, and what depends on the place a warning', async () => {
  const tools = 'tools:\n  - read_file\n  - glob\n';
  const cwd = project({
    'agents/team/a.md': agent('a', tools),
    'agents/b.md': agent('b', `${tools}max_turns: many\n`),
  });
  const { files, code } = await json(cwd, ['check']);
  assert.equal(code, 1);
  assert.deepEqual(
    files.map(({ path, diagnostics }) => [path, ...diagnostics.map(({ severity }) => severity)]),
    [
      ['agents/b.md', 'error'],
      ['agents/team/a.md', 'warning'],
    ],
  );
});

test('.agentfilesrc can set another dialect, or turn collections off for a folder', async () => {
  const cwd = project({
    ...kit,
    '.agentfilesrc': 'associations:\n  categories/data/*.md: opencode-agent\n',
    'other/.agentfilesrc': 'collections: false\n',
    'other/agents/tester.md': agent('tester'),
  });
  const { files } = await json(cwd, ['check']);
  assert.deepEqual(
    files.map(({ path, dialect }) => [path, dialect]),
    [
      ['categories/core/writer.md', 'claude-subagent'],
      ['categories/data/sql.md', 'opencode-agent'],
    ],
  );
  const wrong = project({ ...kit, '.agentfilesrc': 'collections: no thanks\n' });
  assert.match((await run(wrong, ['check'])).out, /1:14 +error +.collections. must be true or false\./);
});

test('a file or folder that is named is judged by itself', async () => {
  const cwd = project({
    'agents/core/a.md': agent('a', ''),
    'people/jane.md': '---\nname: Jane\ndescription: Leads.\n---\n',
    'notes/x.md': '# Notes\n',
  });
  assert.match((await run(cwd, ['check'])).out, /^No agent files found/);
  const named = await json(cwd, ['check', 'agents/core/a.md']);
  assert.deepEqual(
    named.files.map(({ path, dialect }) => [path, dialect]),
    [['agents/core/a.md', 'claude-subagent']],
  );
  const typed = await json(cwd, ['check', '--stdin', '--stdin-path', 'agents/new.md'], agent('new'));
  assert.deepEqual(
    typed.files.map(({ dialect }) => dialect),
    ['claude-subagent'],
  );
  const folder = await json(project(kit), ['check', 'categories/data']);
  assert.deepEqual(
    folder.files.map(({ path }) => path),
    ['categories/data/sql.md'],
  );
});

test('files of one collection with the same name are duplicates', async () => {
  const cwd = project({ 'agents/a/x.md': agent('x'), 'agents/b/x.md': agent('x') });
  const { files } = await json(cwd, ['check']);
  for (const { diagnostics } of files)
    assert.deepEqual(
      diagnostics.map(({ rule }) => rule),
      ['noDuplicateName'],
    );
});

test('documents other than agent files are left alone', async () => {
  const page = (keys: string) => `---\n${keys}---\n\nText.\n`;
  const cwd = project({
    'docs/agents/writer.md': agent('writer'),
    'tests/agents/writer.md': agent('writer'),
    'blog/agents.md': page('title: Agents\ndescription: A.\nmodel: sonnet\n'),
    'people/jane.md': page('name: Jane\ndescription: Leads.\n'),
    'people/joe.md': page('name: Joe\ndescription: Sells.\n'),
    'people/jim.md': page('name: Jim\ndescription: Buys.\n'),
    'CONTRIBUTING.md': '# Contributing\n',
  });
  for (const command of ['check', 'inspect'])
    assert.equal(
      (await run(cwd, [command])).out,
      'No agent files found. Use --dialect to check any Markdown file.\n',
    );
});
