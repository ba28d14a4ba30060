import assert from 'node:assert/strict';
import { serverTest } from '../support/lspClient.ts';

const agent = (name: string, tools = 'Read, Grep') =>
  `---\nname: ${name}\ndescription: Does ${name}.\ntools: ${tools}\n---\nYou do ${name}.\n`;
const files = {
  'README.md': '# Agents to copy\n',
  'docs/agents/page.md': agent('page', 'Grpe'),
  'categories/core/writer.md': agent('writer'),
  'categories/data/sql.md': agent('sql', 'Read, Grpe'),
};
const message = (count: number) =>
  `${count} files look like Claude Code subagents outside .claude/agents; checked as such. Set \`agentFiles.associations\` or \`.agentfilesrc\` to change that.`;
const initializationOptions = { status: true, collections: true };

serverTest(
  'files that are published to be copied have diagnostics and a status, and the client hears of them',
  { files, initializationOptions },
  async client => {
    await client.diagnostics('categories/data/sql.md', ['useKnownTool']);
    await client.open('categories/core/writer.md', files['categories/core/writer.md']);
    const status = await client.status('categories/core/writer.md', 'loads as writer');
    assert.deepEqual([status!.dialect.id, status!.by], ['claude-subagent', 'collection']);
    await client.open('docs/agents/page.md', files['docs/agents/page.md']);
    await client.status('docs/agents/page.md', null);
    assert.deepEqual(client.collections, [
      {
        message: message(2),
        collections: [{ dialect: { id: 'claude-subagent', title: 'Claude Code subagent' }, files: 2 }],
        globs: ['**/categories/core/*.md', '**/categories/data/*.md'],
      },
    ]);
    await client.change('categories/core/writer.md', agent('writer', 'Raed'));
    await client.diagnostics('categories/core/writer.md', rules => rules.length > 0);
  },
);

serverTest('a client that does not ask finds it in the log, once', { files }, async client => {
  await client.diagnostics('categories/data/sql.md', ['useKnownTool']);
  await client.writeFile('categories/data/more.md', agent('more'));
  await client.diagnostics('categories/data/more.md', []);
  await client.until(() => client.log.includes(message(3)));
  assert.deepEqual(client.collections, []);
  assert.equal(client.log.filter(line => line === message(2)).length, 1);
});

serverTest('a collection follows the files on disk', { files, initializationOptions }, async client => {
  await client.diagnostics('categories/data/sql.md', ['useKnownTool']);
  await client.writeFile('categories/core/new.md', agent('new', 'Grpe, Read'));
  await client.diagnostics('categories/core/new.md', ['useKnownTool']);
  assert.equal(client.collections.at(-1)!.message, message(3));
  await client.writeFile('categories/core/new.md', '# Nothing\n');
  await client.diagnostics('categories/core/new.md', []);
  await client.until(() => client.collections.at(-1)!.message === message(2));
  await client.deleteFile('categories');
  await client.until(() => client.collections.at(-1)!.message === '');
  await client.diagnostics('categories/data/sql.md', []);
  await client.writeFile('agents/a.md', agent('a', 'Grpe, Read'));
  await client.diagnostics('agents/a.md', ['useKnownTool']);
});

serverTest(
  'the setting and .agentfilesrc turn collections off, and on again',
  { files, initializationOptions },
  async client => {
    const path = 'categories/data/sql.md';
    await client.diagnostics(path, ['useKnownTool']);
    await client.configure({ collections: false });
    await client.diagnostics(path, []);
    assert.equal(client.collections.at(-1)!.message, '');
    await client.configure({});
    await client.diagnostics(path, ['useKnownTool']);
    await client.writeFile('.agentfilesrc', 'collections: false\n');
    await client.diagnostics(path, []);
    await client.writeFile('.agentfilesrc', 'associations:\n  /categories/data/*.md: opencode-agent\n');
    await client.diagnostics(path, rules => rules.length > 0 && !rules.includes('useKnownTool'));
    await client.until(() => client.collections.at(-1)!.globs.includes('**/categories/data/*.md'));
  },
);

serverTest(
  'a project without collections is not mentioned',
  {
    files: { 'README.md': '# Text\n', '.claude/agents/a.md': agent('a', 'Grpe, Read') },
    initializationOptions,
  },
  async client => {
    await client.diagnostics('.claude/agents/a.md', ['useKnownTool']);
    await client.request('agentFiles/preview', '.claude/agents/a.md');
    assert.deepEqual(client.collections, []);
  },
);
