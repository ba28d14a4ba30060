import assert from 'node:assert/strict';
import { serverTest } from '../support/lspClient.ts';

const sound = '---\nname: writer\ndescription: Writes.\n---\nYou write.\n';
const unknownTool = sound.replace('---\nYou', 'tools: Read, Grpe\n---\nYou');
const agent = '.claude/agents/writer.md';
const renamed = '.claude/agents/author.md';
const other = '.claude/agents/other.md';

for (const order of [
  ['deleted', 'created'],
  ['created', 'deleted'],
] as const) {
  const inOrder = order.join(', then ');

  serverTest(
    `a renamed file has diagnostics under its new name only: ${inOrder}`,
    { files: { [agent]: unknownTool } },
    async client => {
      await client.diagnostics(agent, ['useKnownTool']);
      client.move(agent, renamed);
      const paths = { deleted: agent, created: renamed };
      await client.tellEvents(...order.map(type => [paths[type], type] as const));
      await client.diagnostics(renamed, ['useKnownTool']);
      await client.diagnostics(agent, []);
    },
  );

  serverTest(
    `a file deleted and written again is still checked: ${inOrder}`,
    { files: { [agent]: unknownTool } },
    async client => {
      await client.diagnostics(agent, ['useKnownTool']);
      await client.tellEvents(...order.map(type => [agent, type] as const));
      await client.writeFile(other, unknownTool);
      await client.diagnostics(other, ['noDuplicateName', 'useKnownTool']);
      await client.diagnostics(agent, ['noDuplicateName', 'useKnownTool']);
    },
  );
}

serverTest(
  'deleting a folder removes its files, and creating one adds its files',
  { files: { [other]: unknownTool, '.claude/agents/team/a.md': unknownTool } },
  async client => {
    await client.diagnostics('.claude/agents/team/a.md', ['noDuplicateName', 'useKnownTool']);
    client.move('.claude/agents/team', '.claude/agents/group');
    await client.tellEvents(['.claude/agents/team', 'deleted'], ['.claude/agents/group', 'created']);
    await client.diagnostics('.claude/agents/team/a.md', []);
    await client.diagnostics('.claude/agents/group/a.md', ['noDuplicateName', 'useKnownTool']);
    await client.deleteFile('.claude/agents/group');
    await client.diagnostics('.claude/agents/group/a.md', []);
    await client.diagnostics(other, ['useKnownTool']);
    await client.deleteFile('.claude');
    await client.diagnostics(other, []);
    assert.ok(client.watched.includes('**/*'));
  },
);

serverTest(
  'deleting a folder removes its configuration, its manifest and its imported files',
  {
    files: {
      'CLAUDE.md': '@old/notes/a.md\n',
      'old/.agentfilesrc': 'rulez: {}\n',
      'old/.claude-plugin/plugin.json': '{"name": "plug"}',
      'old/agents/x.md': unknownTool,
      'old/notes/a.md': 'Notes.\n',
    },
  },
  async client => {
    await client.diagnostics('CLAUDE.md', []);
    await client.diagnostics('old/agents/x.md', ['useKnownTool']);
    await client.diagnostics('old/.agentfilesrc', ['configuration']);
    client.move('old', 'new');
    await client.tellEvents(['new', 'created'], ['old', 'deleted']);
    await client.diagnostics('old/agents/x.md', []);
    await client.diagnostics('old/.agentfilesrc', []);
    await client.diagnostics('new/agents/x.md', ['useKnownTool']);
    await client.diagnostics('new/.agentfilesrc', ['configuration']);
    await client.diagnostics('CLAUDE.md', ['noMissingImport']);
    // No plugin is known there any more.
    await client.open('old/agents/y.md', unknownTool);
    await client.diagnostics('old/agents/y.md', []);
    client.move('new', 'old');
    await client.tellEvents(['old', 'created']);
    await client.diagnostics('CLAUDE.md', []);
  },
);

serverTest(
  'creating nested folders adds the files of each',
  { files: { 'hidden/one/two/.claude/agents/a.md': unknownTool } },
  async client => {
    client.move('hidden/one', 'one');
    const within = ['one/two', 'one', 'one/two/.claude', 'one/two/.claude/agents'];
    await client.tellEvents(...within.map(path => [path, 'created'] as const));
    await client.diagnostics('one/two/.claude/agents/a.md', ['useKnownTool']);
  },
);

serverTest(
  'creating a folder that contains a manifest makes its parent a plugin',
  { files: { 'plug/agents/x.md': unknownTool, 'hidden/plugin.json': '{"name": "plug"}' } },
  async client => {
    client.move('hidden', 'plug/.claude-plugin');
    await client.tellEvents(['plug/.claude-plugin', 'created']);
    await client.diagnostics('plug/agents/x.md', ['useKnownTool']);
  },
);

serverTest(
  'create events for files, missing paths and the open folder cause no error',
  { files: { 'docs/a.txt': 'A.\n', [agent]: unknownTool } },
  async client => {
    await client.tellEvents(['docs/a.txt', 'created'], ['gone', 'created'], ['gone', 'deleted']);
    await client.tellEvents(['.', 'created'], ['.', 'changed'], ['.', 'deleted']);
    await client.writeFile(agent, sound);
    await client.diagnostics(agent, []);
    assert.deepEqual(client.log, []);
  },
);

serverTest('created and changed files in node_modules are ignored', {}, async client => {
  const package_ = 'node_modules/x/.claude/agents/a.md';
  await client.writeFile(package_, unknownTool);
  await client.tellEvents(['node_modules', 'created'], ['node_modules/x', 'created']);
  await client.writeFile(agent, unknownTool);
  await client.diagnostics(agent, ['useKnownTool']);
  assert.equal(client.published(package_), undefined);
});

serverTest('after a burst of events, files of which the watcher said nothing are found', {}, async client => {
  const files = Array.from({ length: 120 }, (_, at) => `.claude/agents/a${at}.md`);
  await client.writeFile(agent, unknownTool);
  await client.writeFile(other, unknownTool.replace('writer', 'other'));
  await client.diagnostics(agent, ['useKnownTool']);
  await client.diagnostics(other, ['useKnownTool']);
  for (const [at, path] of files.entries()) client.write(path, sound.replace('writer', `a${at}`));
  client.write('.claude/agents/silent.md', unknownTool.replace('writer', 'silent'));
  client.write(agent, sound);
  client.remove(other);
  await client.tellEvents(...files.map(path => [path, 'created'] as const));
  await client.diagnostics('.claude/agents/silent.md', ['useKnownTool']);
  await client.diagnostics(agent, []);
  await client.diagnostics(other, []);
});
