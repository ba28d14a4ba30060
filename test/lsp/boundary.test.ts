import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failsOnMarkedText } from '../support/failure.ts';
import { startInProcess } from '../support/inProcessServer.ts';

const uri = 'file:///project/.claude/agents/a.md';
const text = '---\nname: a\n---\nYou write.\n';

test('an internal error is published as the only diagnostic of its file, and logged', async t => {
  failsOnMarkedText(t);
  const server = await startInProcess(t);
  await server.open(uri, text);
  await server.diagnostics(uri, codes => codes.includes('useDescription'));
  await server.client.sendNotification('textDocument/didChange', {
    textDocument: { uri, version: 2 },
    contentChanges: [{ text: text.replace('You', 'FAILURE You') }],
  });
  const [diagnostic] = await server.diagnostics(uri, codes => codes.join() === 'internalError');
  assert.match(String(diagnostic!.message), /^Internal error while checking this file\./);
  assert.match(
    server.log.join('\n'),
    /Internal error while checking file:\S*a\.md: TypeError: failure\n +at /,
  );
  // The next edit is checked as usual.
  await server.client.sendNotification('textDocument/didChange', {
    textDocument: { uri, version: 3 },
    contentChanges: [{ text }],
  });
  await server.diagnostics(uri, codes => codes.join() === 'useDescription');
});

test('a file whose check fails keeps nothing from being said of the others', async t => {
  failsOnMarkedText(t);
  const files = new Map([
    [uri, `${text}FAILURE`],
    ['file:///project/.claude/agents/b.md', text.replace('name: a', 'name: b')],
  ]);
  const server = await startInProcess(t, {
    find: async () => [...files.keys()].map(file => ({ uri: file })),
    read: async file => files.get(file),
    readHead: async file => files.get(file),
  });
  await server.diagnostics(uri, codes => codes.join() === 'internalError');
  await server.diagnostics('file:///project/.claude/agents/b.md', codes => codes.join() === 'useDescription');
});

test('a manifest that cannot be read is reported there, and the other files are checked', async t => {
  const manifest = 'file:///project/.claude-plugin/plugin.json';
  const server = await startInProcess(t, {
    find: async () => [{ uri: manifest }, { uri }],
    read: async file => (file === manifest ? { unreadable: 'it is not a regular file' } : text),
    readHead: async file => (file === manifest ? undefined : text),
  });
  const [error] = await server.diagnostics(manifest, codes => codes.join() === 'configuration');
  assert.match(String(error!.message), /^This file cannot be read: it is not a regular file\./);
  await server.diagnostics(uri, codes => codes.join() === 'useDescription');
});
