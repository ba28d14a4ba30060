import assert from 'node:assert/strict';
import { serverTest } from '../support/lspClient.ts';

const path = '.claude/agents/writer.md';
const good = '---\nname: writer\ndescription: Writes.\n---\nYou write.\n';
const unclosed = '---\nname: writer\ndescription: Writes.\n';

serverTest(
  'the status of an open agent file follows its text',
  { initializationOptions: { status: true } },
  async client => {
    await client.open(path, good);
    const loaded = await client.status(path, 'loads as writer');
    assert.equal(loaded!.severity, 'information');
    assert.match(loaded!.detail, /^Claude Code \d\S+$/);
    assert.equal(loaded!.reason, '');
    assert.deepEqual(loaded!.dialect, { id: 'claude-subagent', title: 'Claude Code subagent' });
    await client.change(path, good.replace('---\nYou', 'permissionMode: paln\n---\nYou'));
    await client.status(path, 'loads with changes');
    await client.change(path, unclosed);
    const refused = await client.status(path, 'will not load');
    assert.equal(refused!.severity, 'error');
    assert.match(refused!.reason, /---/);
    await client.change(path, good.replace('name: writer', 'name: scribe'));
    await client.status(path, 'loads as scribe');
  },
);

serverTest(
  'a document that is not an agent file has no status',
  { initializationOptions: { status: true } },
  async client => {
    await client.open('docs/writer.md', good);
    await client.status('docs/writer.md', null);
  },
);

serverTest('a client that does not request the status receives no status notifications', {}, async client => {
  await client.open(path, good);
  await client.diagnostics(path, []);
  // The server answers in order: what it said before this answer has arrived.
  await client.request('agentFiles/preview', path);
  assert.equal(client.hasStatus(path), false);
});
