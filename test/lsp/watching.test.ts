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
    `a file that was renamed is known by its new name only: ${inOrder}`,
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
    `a file that was written anew is still there: ${inOrder}`,
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
  'a folder that goes takes its files away, and one that comes brings its own',
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
  'with a folder go its configuration, its manifest and what was imported from it',
  {
    files: {
      'CLAUDE.md': '@old/notes/a.md\n',
      'old/.agentfilesrc': 'rulez: {}\n',
      'old/.claude-plugin/plugin.json': '{}',
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
  'folders that come within one another bring what is in each of them',
  { files: { 'hidden/one/two/.claude/agents/a.md': unknownTool } },
  async client => {
    client.move('hidden/one', 'one');
    const within = ['one/two', 'one', 'one/two/.claude', 'one/two/.claude/agents'];
    await client.tellEvents(...within.map(path => [path, 'created'] as const));
    await client.diagnostics('one/two/.claude/agents/a.md', ['useKnownTool']);
  },
);

serverTest(
  'a folder that comes with a manifest in it makes a plugin of the folder around it',
  { files: { 'plug/agents/x.md': unknownTool, 'hidden/plugin.json': '{}' } },
  async client => {
    client.move('hidden', 'plug/.claude-plugin');
    await client.tellEvents(['plug/.claude-plugin', 'created']);
    await client.diagnostics('plug/agents/x.md', ['useKnownTool']);
  },
);

serverTest(
  'what comes that is no folder, is not there, or is the opened folder, is no fault',
  { files: { 'docs/a.txt': 'A.\n', [agent]: unknownTool } },
  async client => {
    await client.tellEvents(['docs/a.txt', 'created'], ['gone', 'created'], ['gone', 'deleted']);
    await client.tellEvents(['.', 'created'], ['.', 'changed'], ['.', 'deleted']);
    await client.writeFile(agent, sound);
    await client.diagnostics(agent, []);
    assert.deepEqual(client.log, []);
  },
);

serverTest(
  'what comes or changes where packages lie is left alone, as it is when a folder is opened',
  {},
  async client => {
    const package_ = 'node_modules/x/.claude/agents/a.md';
    await client.writeFile(package_, unknownTool);
    await client.tellEvents(['node_modules', 'created'], ['node_modules/x', 'created']);
    await client.writeFile(agent, unknownTool);
    await client.diagnostics(agent, ['useKnownTool']);
    assert.equal(client.published(package_), undefined);
  },
);
