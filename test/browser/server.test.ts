import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createContext, runInContext } from 'node:vm';
import picomatch from 'picomatch';
import type { CompletionItem, Hover, PublishDiagnosticsParams } from 'vscode-languageserver-protocol';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

interface WorkerScope {
  onmessage?: (event: { data: Message | string }) => void;
  /** For errors only, of which there are none. */
  readonly addEventListener: () => void;
  readonly postMessage: (message: Message) => void;
}

/** What a worker in a browser has, as far as a language server may use it: no Node, no document. */
function startWorker(onMessage: (message: Message) => void): (message: Message) => void {
  const self: WorkerScope = { addEventListener: () => {}, postMessage: onMessage };
  const globals = {
    self,
    console,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    queueMicrotask,
    performance,
    TextEncoder,
    TextDecoder,
    URL,
    importScripts: (file: string) => runInContext(readFileSync(file, 'utf8'), context, { filename: file }),
  };
  const context = createContext(globals);
  globals.importScripts('dist/server.worker.js');
  // Each message is a task of its own, as in a worker.
  const post = (data: Message | string) => void setImmediate(() => self.onmessage?.({ data }));
  post('dist');
  return post;
}

/** The editor's side: answers the server's requests with files of its own. */
function startEditor(files: Readonly<Record<string, string>>) {
  const answers = new Map<number, (result: unknown) => void>();
  const published = new Map<string, (params: PublishDiagnosticsParams) => void>();
  const send = startWorker(({ id, method, params, result }) => {
    if (method === 'textDocument/publishDiagnostics') {
      const { uri } = params as PublishDiagnosticsParams;
      published.get(uri)?.(params as PublishDiagnosticsParams);
    } else if (method === 'agentFiles/findFiles') {
      const { globs } = params as { globs: string[] };
      post({
        id: id!,
        result: Object.keys(files).filter(file => picomatch.isMatch(file, globs, { dot: true })),
      });
    } else if (method === 'agentFiles/readFile')
      post({ id: id!, result: files[(params as { uri: string }).uri] ?? null });
    else if (method !== undefined && id !== undefined) post({ id, result: null });
    else if (id !== undefined) answers.get(id)?.(result);
  });
  const post = (message: Message): void => send({ jsonrpc: '2.0', ...message } as Message);
  let next = 0;
  return {
    notify: (method: string, params: unknown) => post({ method, params }),
    request: <Result>(method: string, params: unknown) =>
      new Promise<Result>(resolve => {
        answers.set(++next, result => resolve(result as Result));
        post({ id: next, method, params });
      }),
    diagnosticsOf: (uri: string) =>
      new Promise<readonly unknown[]>(resolve =>
        published.set(
          uri,
          ({ diagnostics }) => diagnostics.length > 0 && resolve(diagnostics.map(({ code }) => code)),
        ),
      ),
  };
}

test('the server works in a browser worker with files that only the client can read', {
  timeout: 30_000,
}, async () => {
  const text = '---\nname: writer\ndescription: Writes.\ntools: Read, Grpe\n---\nYou write.\n';
  const [open, closed] = [
    'vscode-vfs://github/a/b/.claude/agents/open.md',
    'vscode-vfs://github/a/b/.claude/agents/closed.md',
  ];
  const editor = startEditor({ [closed]: text.replace('writer', 'closed') });
  await editor.request('initialize', {
    processId: null,
    rootUri: null,
    capabilities: {},
    workspaceFolders: [{ uri: 'vscode-vfs://github/a/b', name: 'b' }],
  });
  const [ofOpen, ofClosed] = [editor.diagnosticsOf(open), editor.diagnosticsOf(closed)];
  editor.notify('initialized', {});
  editor.notify('textDocument/didOpen', {
    textDocument: { uri: open, languageId: 'markdown', version: 1, text },
  });
  assert.equal(String(await ofOpen), 'useKnownTool');
  assert.equal(String(await ofClosed), 'useKnownTool');

  const textDocument = { uri: open };
  const items = await editor.request<CompletionItem[]>('textDocument/completion', {
    textDocument,
    position: { line: 3, character: 7 },
  });
  assert.ok(items.some(({ label }) => label === 'WebFetch'));
  const hover = await editor.request<Hover>('textDocument/hover', {
    textDocument,
    position: { line: 3, character: 2 },
  });
  assert.match(JSON.stringify(hover.contents), /tools/i);
  const preview = await editor.request<{ html: string }>('agentFiles/preview', { textDocument });
  assert.match(preview.html, /You write\./);
});
