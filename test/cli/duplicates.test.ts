import assert from 'node:assert/strict';
import { test } from 'node:test';
import { project, run } from '../support/cli.ts';

const agent = (keys: string) => `---\nname: writer\ndescription: Writes.\n${keys}---\nYou write texts.\n`;

/** What `inspect` says of two files with the same name, by path. */
async function inspected(files: Readonly<Record<string, string>>) {
  const cwd = project(files);
  const [text, json] = [
    (await run(cwd, ['inspect'])).out,
    JSON.parse((await run(cwd, ['inspect', '--format', 'json'])).out),
  ];
  const outcomes = (json.files as { path: string; outcome: string }[]).map(({ path, outcome }) => [
    path,
    outcome,
  ]);
  return { text, outcomes: Object.fromEntries(outcomes) as Record<string, string> };
}

test('inspect says which of two agents of one name Claude Code uses', async () => {
  const { text, outcomes } = await inspected({
    '.claude/agents/a.md': agent(''),
    '.claude/agents/z/b.md': agent('tools: Read, Grpe\n'),
  });
  assert.deepEqual(outcomes, { '.claude/agents/a.md': 'hidden', '.claude/agents/z/b.md': 'changed' });
  assert.match(text, /a\.md +hidden .*\n {4}Claude Code uses agents\/z\/b\.md in its place\n/);
  assert.match(text, /0 load as written, 1 with changes, 1 hidden by a duplicate, 0 do not load/);
});

test('inspect calls no duplicate as written where the tool’s choice is not known', async () => {
  const { text, outcomes } = await inspected({
    '.gemini/agents/a.md': agent(''),
    '.gemini/agents/b.md': agent(''),
  });
  assert.deepEqual(Object.values(outcomes), ['hidden', 'hidden']);
  assert.match(text, /Gemini CLI may use agents\/b\.md in its place/);
});

test('an agent that is hidden and does not load is one that does not load', async () => {
  const { outcomes } = await inspected({
    '.claude/agents/a.md': agent('tools: [nope]\n'),
    '.claude/agents/b.md': agent(''),
  });
  assert.deepEqual(Object.values(outcomes), ['fails', 'loads']);
});

test('a file that is named alone is compared with the others of its folder', async () => {
  const cwd = project({ '.claude/agents/a.md': agent(''), '.claude/agents/b.md': agent('') });
  const { out } = await run(cwd, ['inspect', '.claude/agents/a.md']);
  assert.match(out, /a\.md +hidden /);
  assert.doesNotMatch(out, /b\.md +yes/);
  const used = await run(cwd, ['inspect', '.claude/agents/b.md']);
  assert.match(used.out, /b\.md +yes /);
  const page = await run(cwd, ['preview', '.claude/agents/a.md', '--html']);
  assert.match(page.out, /hidden by a duplicate/);
});
