// Drives a language server over stdio like an editor, and returns its latencies in milliseconds.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';

/** Quantiles of a list of durations. */
export function quantile(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
}

/** The peak resident memory of a process, in MiB; `undefined` where the system does not report it. */
function peakMemory(pid) {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
  } catch {
    return undefined;
  }
}

/**
 * Opens `file`, edits the line of its name `edits` times, and requests completion and hover every few edits.
 * `server` is the script of a server that uses stdio.
 */
export async function drive({ server, file, edits }) {
  const started = performance.now();
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const uri = pathToFileURL(file).href;
  const rootUri = pathToFileURL(dirname(file)).href;
  let awaited = { version: -1, resolve: () => {} };
  connection.onNotification('textDocument/publishDiagnostics', params => {
    if (params.uri === uri && (params.version ?? 0) >= awaited.version) awaited.resolve();
  });
  connection.onRequest('workspace/configuration', ({ items }) => items.map(() => null));
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  const diagnosticsOf = version => new Promise(resolve => (awaited = { version, resolve }));

  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri,
    workspaceFolders: [{ uri: rootUri, name: 'bench' }],
    capabilities: {
      workspace: {
        configuration: true,
        workspaceFolders: true,
        didChangeWatchedFiles: { dynamicRegistration: true },
      },
      textDocument: {
        publishDiagnostics: { versionSupport: true },
        completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
        hover: { contentFormat: ['markdown'] },
      },
    },
  });
  connection.sendNotification('initialized', {});
  const text = readFileSync(file, 'utf8');
  let published = diagnosticsOf(1);
  connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version: 1, text },
  });
  await published;
  const firstDiagnostics = performance.now() - started;

  // Somebody reads what was found before they ask for anything.
  await new Promise(resolve => setTimeout(resolve, 600));
  const textDocument = { uri };
  const first = {};
  for (const [what, method, params] of [
    ['completion', 'textDocument/completion', { position: { line: 1, character: 0 } }],
    ['hover', 'textDocument/hover', { position: { line: 1, character: 2 } }],
    [
      'codeAction',
      'textDocument/codeAction',
      {
        range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } },
        context: { diagnostics: [] },
      },
    ],
  ]) {
    const from = performance.now();
    // The bare server has no code actions.
    await connection.sendRequest(method, { textDocument, ...params }).catch(() => undefined);
    first[what] = performance.now() - from;
  }

  const line = 1;
  const character = text.split('\n')[line].replace(/\r$/, '').length;
  const times = { edit: [], completion: [], hover: [] };
  for (let index = 0; index < edits; index++) {
    const inserts = index % 2 === 0;
    const version = index + 2;
    const end = inserts ? character : character + 1;
    published = diagnosticsOf(version);
    let from = performance.now();
    connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [
        { range: { start: { line, character }, end: { line, character: end } }, text: inserts ? 'x' : '' },
      ],
    });
    await published;
    times.edit.push(performance.now() - from);
    if (index % 4 !== 0) continue;
    from = performance.now();
    await connection.sendRequest('textDocument/completion', {
      textDocument: { uri },
      position: { line: 1, character: 0 },
    });
    times.completion.push(performance.now() - from);
    from = performance.now();
    await connection.sendRequest('textDocument/hover', {
      textDocument: { uri },
      position: { line, character: 2 },
    });
    times.hover.push(performance.now() - from);
  }
  const memory = peakMemory(child.pid);
  await connection.sendRequest('shutdown');
  connection.sendNotification('exit');
  await new Promise(resolve => child.once('exit', resolve));
  connection.dispose();
  return { firstDiagnostics, first, memory, ...times };
}
