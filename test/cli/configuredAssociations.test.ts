import assert from 'node:assert/strict';
import { test } from 'node:test';
import { json, project, run } from '../support/cli.ts';

const good = '---\nname: writer\ndescription: Writes.\n---\nYou write.\n';
const warned = good.replace('---\nYou', 'tools: Read, Grpe\n---\nYou');

test('check and inspect read the associations of .agentfilesrc', async () => {
  const cwd = project({
    '.agentfilesrc': 'associations:\n  team/*.agent: claude-subagent\n  notes/*.md: opencode-agent\n',
    'team/writer.agent': warned,
    'sub/notes/scribe.md': warned,
    'other/scribe.md': warned,
  });
  const { files } = await json(cwd, ['check']);
  assert.deepEqual(
    files.map(({ path, dialect }) => [path, dialect]),
    [
      ['sub/notes/scribe.md', 'opencode-agent'],
      ['team/writer.agent', 'claude-subagent'],
    ],
  );
  assert.deepEqual(
    files[1]!.diagnostics.map(({ rule }) => rule),
    ['useKnownTool'],
  );
  const inspected = await json(cwd, ['inspect', 'team/writer.agent']);
  assert.deepEqual(
    inspected.files.map(({ name, tools }) => [name, tools]),
    [['writer', ['Read']]],
  );
});

test('the configuration nearest to a file decides, and its globs are relative to its folder', async () => {
  const cwd = project({
    '.agentfilesrc': 'associations:\n  "**/*.md": opencode-agent\n',
    'inner/.agentfilesrc': 'associations:\n  /team/*.md: claude-subagent\n',
    'inner/team/a.md': good,
    'inner/deep/team/b.md': good,
    'outer/c.md': good,
  });
  const { files } = await json(cwd, ['check']);
  assert.deepEqual(
    files.map(({ path, dialect }) => [path, dialect]),
    [
      ['inner/team/a.md', 'claude-subagent'],
      ['outer/c.md', 'opencode-agent'],
    ],
  );
});

test('an unknown dialect in .agentfilesrc is an error, and the other associations apply', async () => {
  const cwd = project({
    '.agentfilesrc': 'associations:\n  a/*.md: claude-subagnet\n  b/*.md: claude-subagent\n',
    'a/writer.md': warned,
    'b/writer.md': warned,
  });
  const { code, out } = await run(cwd, ['check']);
  assert.equal(code, 1);
  assert.match(out, /2:11 {2}error {4}Unknown dialect for .a\/\*\.md.\. Did you mean .claude-subagent.\?/);
  assert.match(out, /^b\/writer\.md$/m);
  assert.doesNotMatch(out, /^a\/writer\.md$/m);
});
