import assert from 'node:assert/strict';
import { serverTest } from '../support/lspClient.ts';

const agent = '---\nname: writer\ndescription: Writes.\ncolor: green\n---\nYou write.\n';
const path = 'docs/agents/writer.md';
const own = '.claude/agents/writer.md';
const status = { initializationOptions: { status: true } };

serverTest('the dialects request returns every dialect', {}, async client => {
  const dialects = await client.request<{ id: string; title: string }[]>('agentFiles/dialects', path);
  assert.ok(dialects.some(({ id, title }) => id === 'claude-subagent' && title === 'Claude Code subagent'));
});

serverTest(
  'an association overrides the path of a file, and the log reports an unknown dialect',
  { ...status, settings: { associations: { 'docs/agents/*.md': 'opencode-agent', 'x/*.md': 'nonsense' } } },
  async client => {
    await client.open(path, agent);
    await client.diagnostics(path, ['useKnownColor']);
    const told = await client.status(path, 'will not load');
    assert.deepEqual([told!.dialect.id, told!.by], ['opencode-agent', 'association']);
    await client.open(own, agent);
    assert.equal((await client.status(own, 'loads as writer'))!.by, 'path');
    assert.ok(client.log.some(line => line.includes('"nonsense"')));
  },
);

serverTest(
  'associations can be added, changed and removed while the server runs',
  { ...status, files: { [path]: agent, 'docs/agents/other.md': agent.replace('writer', 'other') } },
  async client => {
    await client.open(path, agent);
    await client.status(path, null);
    const other = { 'docs/agents/*.agent': 'claude-subagent' };
    await client.configure({ associations: { 'docs/agents/*.md': 'opencode-agent', ...other } });
    await client.diagnostics(path, ['useKnownColor']);
    // A file that no editor has open is found, too, and watched.
    await client.diagnostics('docs/agents/other.md', ['useKnownColor']);
    assert.ok(client.watched.includes('**/*.agent'));
    await client.configure({ associations: { 'docs/agents/*.md': 'claude-subagent' } });
    await client.status(path, 'loads as writer');
    await client.diagnostics('docs/agents/other.md', []);
    await client.configure({ associations: { 'docs/agents/*.md': 'opencode-agent' } });
    await client.diagnostics('docs/agents/other.md', ['useKnownColor']);
    await client.configure({});
    await client.status(path, null);
    await client.diagnostics('docs/agents/other.md', []);
    assert.ok(!client.watched.includes('**/*.agent'));
  },
);

serverTest(
  'associations of .agentfilesrc apply, follow its changes, and yield to the setting',
  {
    ...status,
    files: {
      '.agentfilesrc': 'associations:\n  docs/agents/*.md: opencode-agent\n  x/*.agent: claude-subagent\n',
      [path]: agent,
      'x/other.agent': agent.replace('green', 'grene').replace('writer', 'other'),
    },
  },
  async client => {
    await client.open(path, agent);
    const told = await client.status(path, 'will not load');
    assert.deepEqual([told!.dialect.id, told!.by], ['opencode-agent', 'configuration']);
    await client.diagnostics('x/other.agent', ['useKnownColor']);
    await client.until(() => client.watched.includes('**/*.agent'));
    await client.configure({ associations: { 'docs/agents/*.md': 'claude-subagent' } });
    assert.equal((await client.status(path, 'loads as writer'))!.by, 'association');
    await client.configure({});
    await client.status(path, 'will not load');
    await client.writeFile('.agentfilesrc', 'associations:\n  docs/**/*.md: claude-subagent\n');
    await client.status(path, 'loads as writer');
    await client.diagnostics('x/other.agent', []);
    await client.until(() => !client.watched.includes('**/*.agent'));
  },
);
