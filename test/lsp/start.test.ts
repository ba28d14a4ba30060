import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';

const watch = `
  const Module = require('node:module');
  const load = Module._load;
  Module._load = function (request, ...rest) {
    if (request.startsWith('./packages/')) process.stderr.write('READ ' + request + '\\n');
    return load.call(this, request, ...rest);
  };`;
/** Makes Node name the bundles that a program reads beside its own. */
const watching = [
  '--import',
  `data:text/javascript,import{createRequire}from'node:module';const require=createRequire('file:///');${encodeURIComponent(watch)}`,
];

/** Runs a built program and gives the names of the bundles that it read beside its own. */
function pluginsReadBy(program: string, args: readonly string[], input: string): string[] {
  const { stderr } = spawnSync(process.execPath, [...watching, program, ...args], {
    input,
    encoding: 'utf8',
  });
  return [...stderr.matchAll(/^READ \.\/packages\/(.*)\.js$/gm)].map(([, name]) => name!);
}

test('checking a subagent loads no package that only other files need', () => {
  const text = '---\nname: writer\ndescription: Writes.\ntools: Read, Grpe\n---\nYou write.\n';
  const args = ['check', '--stdin', '--stdin-path', '.claude/agents/writer.md'];
  assert.deepEqual(pluginsReadBy('dist/cli.cjs', args, text), []);
});

test('checking an OpenCode agent loads the packages that OpenCode uses', () => {
  const args = ['check', '--stdin', '--stdin-path', '.opencode/agents/writer.md'];
  assert.ok(
    pluginsReadBy('dist/cli.cjs', args, '---\ndescription: Writes.\n---\nYou write.\n').includes(
      'gray-matter',
    ),
  );
});

test('the server starts without loading these packages', () => {
  assert.deepEqual(pluginsReadBy('dist/server.cjs', ['--stdio'], ''), []);
});

test('what the first completion needs is read after the diagnostics, without a request', {
  timeout: 60_000,
}, async () => {
  const server = spawn(process.execPath, [...watching, 'dist/server.cjs', '--stdio']);
  const events: string[] = [];
  const done = new Promise<void>(resolve => {
    server.stderr.setEncoding('utf8').on('data', (data: string) => {
      events.push(...data.trim().split('\n'));
      if (data.includes('/zod')) resolve();
    });
  });
  const client = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  client.onNotification('textDocument/publishDiagnostics', () => void events.push('diagnostics'));
  client.listen();
  await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
  await client.sendNotification('initialized', {});
  const uri = 'file:///project/.claude/agents/writer.md';
  const text = '---\nname: writer\ndescription: Writes.\ntools: Read\n---\nYou write.\n';
  await client.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version: 1, text },
  });
  await done;
  assert.deepEqual([...new Set(events)], ['diagnostics', 'READ ./packages/zod.js']);
  await client.sendRequest('shutdown');
  await client.sendNotification('exit');
  client.dispose();
});

test('the compile cache writes nothing to the output of either program', () => {
  for (const args of [
    ['dist/server.cjs', '--stdio'],
    ['dist/cli.cjs', '--help'],
  ]) {
    const { stderr } = spawnSync(process.execPath, args, { input: '', encoding: 'utf8' });
    assert.equal(stderr, '');
  }
});

test('starting the server without a transport prints its usage', () => {
  const run = (...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/server.cjs', ...args], {
      input: '',
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  };
  const told = run('--help');
  assert.deepEqual([told.status, told.stderr], [0, '']);
  assert.match(told.stdout, /^usage: agent-files-language-server --stdio/);
  for (const args of [[], ['--stdoi']])
    assert.deepEqual(run(...args), { status: 2, stdout: '', stderr: told.stdout });
  assert.match(run('--version').stdout, /^\d+\.\d+\.\d+\n$/);
});
