import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { test } from 'node:test';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { startInProcess } from '../support/inProcessServer.ts';

const uri = 'file:///project/.claude/agents/a.md';
const refused = '---\nname: a\n---\nYou write.\n';

/** A server process with a connection to it. */
function startProcess() {
  const child = spawn(process.execPath, ['dist/server.cjs', '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const client = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const exited = new Promise<number | null>(resolve => child.once('exit', resolve));
  client.onRequest('workspace/configuration', () => [null]);
  client.onRequest('client/registerCapability', () => {});
  client.listen();
  const initialize = (processId: unknown, capabilities: object = {}) =>
    client.sendRequest('initialize', { processId, rootUri: null, workspaceFolders: null, capabilities });
  return { child, client, exited, initialize };
}

test('messages that the protocol does not allow end neither the server nor its answers', {
  timeout: 60_000,
}, async () => {
  const { child, client, exited, initialize } = startProcess();
  await initialize(process.pid, { workspace: { workspaceFolders: true, configuration: true } });
  const values = [
    null,
    5,
    'x',
    [],
    {},
    { textDocument: null },
    { textDocument: { uri: 5, text: 5, version: 1 } },
  ];
  const notifications = [
    'initialized',
    'textDocument/didOpen',
    'textDocument/didChange',
    'textDocument/didClose',
    'workspace/didChangeConfiguration',
    'workspace/didChangeWatchedFiles',
    'workspace/didChangeWorkspaceFolders',
    '$/cancelRequest',
    '$/setTrace',
  ];
  const requests = [
    'textDocument/completion',
    'completionItem/resolve',
    'textDocument/hover',
    'textDocument/codeAction',
    'agentFiles/preview',
    'agentFiles/dialects',
  ];
  for (const value of values) {
    for (const method of notifications) await client.sendNotification(method, value as object);
    for (const method of requests) await client.sendRequest(method, value as object).catch(() => {});
  }
  await client.sendNotification('textDocument/didOpen', {
    textDocument: { uri: 5, languageId: 'markdown', version: 1, text: refused },
  });
  await client.sendNotification('workspace/didChangeWorkspaceFolders', { event: null });
  await client.sendNotification('workspace/didChangeWorkspaceFolders', {
    event: { added: [null, { uri: 5 }], removed: [{ uri: null }] },
  });
  await client.sendNotification('workspace/didChangeWatchedFiles', { changes: [null, { uri: 5, type: 1 }] });
  await client.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version: 1, text: refused },
  });
  for (const change of [{ text: 5 }, { range: null, text: null }, null])
    await client.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [change],
    });
  const published = new Promise<unknown>(resolve =>
    client.onNotification('textDocument/publishDiagnostics', params => {
      if (params.uri === uri && params.version === 3) resolve(params.diagnostics[0].code);
    }),
  );
  await client.sendNotification('textDocument/didChange', {
    textDocument: { uri, version: 3 },
    contentChanges: [{ text: refused }],
  });
  assert.equal(await published, 'useDescription');
  await client.sendRequest('shutdown');
  await client.sendNotification('exit');
  assert.equal(await exited, 0);
  client.dispose();
  child.kill();
});

test('the server ends when its parent is gone, and when its input ends', { timeout: 60_000 }, async () => {
  const parent = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  const orphan = startProcess();
  await orphan.initialize(parent.pid);
  parent.kill();
  assert.equal(await orphan.exited, 1);
  orphan.client.dispose();

  const ended = startProcess();
  await ended.initialize(null);
  ended.child.stdin.end();
  assert.equal(await ended.exited, 1);
  ended.client.dispose();
});

test('files are checked with the default settings when the client does not send its own', async t => {
  const server = await startInProcess(
    t,
    {
      find: async () => [{ uri }],
      read: async () => refused,
      readHead: async () => refused,
    },
    { workspace: { configuration: true } },
    client => client.onRequest('workspace/configuration', () => new Promise(() => {})),
  );
  await server.diagnostics(uri, codes => codes.includes('useDescription'));
  assert.match(server.log.join('\n'), /has not answered workspace\/configuration/);
});

test('settings that the client sends late apply', async t => {
  let answer: ((settings: unknown) => void) | undefined;
  const server = await startInProcess(
    t,
    {
      find: async () => [{ uri }],
      read: async () => refused,
      readHead: async () => refused,
    },
    { workspace: { configuration: true } },
    client => client.onRequest('workspace/configuration', () => new Promise(resolve => (answer ??= resolve))),
  );
  await server.diagnostics(uri, codes => codes.includes('useDescription'));
  answer!([{ rules: { useDescription: 'off' } }]);
  await server.diagnostics(uri, codes => !codes.includes('useDescription'));
});
