import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { type InProcessServer, startInProcess } from '../support/inProcessServer.ts';

/** How often each thing is done, in units of a hundredth of the full size; SOAK=100 is the full size. */
const size = Number(process.env.SOAK ?? 2);
const [edits, opens, folders] = [1000 * size, 10 * size, 5 * size];

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const uriOf = (at: number): string => `file:///project/.claude/agents/a${at}.md`;
const textOf = (at: number, step: number): string =>
  `---\nname: a${step % 7 === 0 ? 0 : at}\n${step % 3 === 0 ? '' : 'description: Writes.\n'}tools: Read, Grp${step % 5}\n---\nSee @docs/x${step % 4}.md.\n`;

/** The diagnostics of the documents when everything has been handled. */
async function diagnosticsOf(
  server: InProcessServer,
  count: number,
): Promise<readonly (readonly Diagnostic[])[]> {
  await server.client.sendRequest('agentFiles/dialects');
  return Promise.all(Array.from({ length: count }, (_, at) => server.diagnostics(uriOf(at), () => true)));
}

async function change(server: InProcessServer, at: number, version: number, text: string): Promise<void> {
  await server.client.sendNotification('textDocument/didChange', {
    textDocument: { uri: uriOf(at), version },
    contentChanges: [{ text }],
  });
}

async function fresh(t: TestContext, texts: readonly string[]) {
  const server = await startInProcess(t, undefined, { workspace: { workspaceFolders: true } });
  for (const [at, text] of texts.entries()) await server.open(uriOf(at), text);
  return server;
}

test('after many edits, openings and folders memory is flat and diagnostics are those of a fresh server', {
  timeout: 3_600_000,
}, async t => {
  const count = 8;
  const texts = Array.from({ length: count }, (_, at) => textOf(at, at));
  const server = await fresh(t, texts);
  let version = 1;
  const work = async (): Promise<number> => {
    for (let step = 0; step < edits / 2; step++) {
      const at = step % count;
      texts[at] = textOf(at, step);
      await change(server, at, ++version, texts[at]);
    }
    for (let step = 0; step < opens / 2; step++) {
      await server.open(`file:///project/.claude/agents/b${step}.md`, textOf(step, step));
      await server.client.sendNotification('textDocument/didClose', {
        textDocument: { uri: `file:///project/.claude/agents/b${step}.md` },
      });
    }
    for (let step = 0; step < folders / 2; step++) {
      const folder = { uri: `file:///other${step}`, name: 'other' };
      for (const event of [
        { added: [folder], removed: [] },
        { added: [], removed: [folder] },
      ])
        await server.client.sendNotification('workspace/didChangeWorkspaceFolders', { event });
    }
    await diagnosticsOf(server, count);
    collectGarbage();
    return process.memoryUsage().heapUsed;
  };
  const first = await work();
  const second = await work();
  assert.ok(second < first * 1.2 + 10_000_000, `${first} bytes, then ${second}`);
  const found = await diagnosticsOf(server, count);
  const expected = await diagnosticsOf(await fresh(t, texts), count);
  assert.deepEqual(found, expected);
});
