import assert from 'node:assert/strict';
import type { CompletionItem } from 'vscode-languageserver-protocol';
import { serverTest } from '../support/lspClient.ts';

const sound = '---\nname: writer\ndescription: Writes.\n---\nYou write.\n';
const unknownTool = sound.replace('---\nYou', 'tools: Read, Grpe\n---\nYou');
const agent = '.claude/agents/writer.md';

serverTest(
  'the server checks the root folder of a client without multi-root support',
  { names: 'rootUri', capabilities: {}, files: { [agent]: unknownTool } },
  async client => {
    await client.diagnostics(agent, ['useKnownTool']);
  },
);

serverTest(
  'without an open folder, diagnostics exist only while a file is open',
  { names: 'nothing', capabilities: {}, files: { [agent]: unknownTool } },
  async client => {
    await client.open(agent, unknownTool);
    await client.diagnostics(agent, ['useKnownTool']);
    await client.close(agent);
    await client.diagnostics(agent, []);
  },
);

serverTest(
  'completion inserts plain text for a client without snippet support',
  { capabilities: {} },
  async client => {
    await client.open(agent, '---\nname: writer\n\n---\n');
    const position = { line: 2, character: 0 };
    const items = await client.request<CompletionItem[]>('textDocument/completion', agent, { position });
    assert.ok(items.some(({ textEdit }) => textEdit!.newText.includes('tools:')));
    for (const { insertTextFormat, textEdit } of items) {
      assert.equal(insertTextFormat, 1);
      assert.doesNotMatch(textEdit!.newText, /\$/);
    }
    const model = items.find(({ label }) => label === 'model')!;
    assert.match(JSON.stringify((await client.resolve(model)).documentation), /model/);
  },
);

serverTest(
  'the server reads pushed settings from a client without configuration requests',
  { capabilities: {} },
  async client => {
    await client.open(agent, unknownTool);
    await client.diagnostics(agent, ['useKnownTool']);
    await client.configure({ rules: { useKnownTool: 'off' } });
    await client.diagnostics(agent, []);
  },
);

serverTest(
  'requests for invalid positions and closed documents return empty results',
  { files: { [agent]: sound } },
  async client => {
    const range = { start: { line: 0, character: 0 }, end: { line: 9999, character: 9999 } };
    const position = range.end;
    assert.equal(await client.request('textDocument/hover', agent, { position }), null);
    assert.equal(await client.request('textDocument/completion', agent, { position }), null);
    const context = { diagnostics: [] };
    assert.deepEqual(await client.request('textDocument/codeAction', agent, { range, context }), []);
    await client.open(agent, unknownTool);
    assert.equal(await client.request('textDocument/hover', agent, { position }), null);
    const actions = await client.request<unknown[]>('textDocument/codeAction', agent, { range, context });
    assert.ok(actions.length > 0);
    assert.deepEqual(client.log, []);
  },
);

serverTest(
  'a document reopened repeatedly has the diagnostics of its last text',
  { files: { [agent]: sound } },
  async client => {
    for (let times = 0; times < 5; times++) {
      await client.open(agent, unknownTool);
      await client.close(agent);
    }
    await client.open(agent, unknownTool);
    await client.diagnostics(agent, ['useKnownTool']);
    // So does an editor that takes it for another language from now on.
    await client.close(agent);
    await client.open(agent, sound.replace('description: Writes.\n', ''), 'chatagent');
    await client.diagnostics(agent, ['useDescription']);
  },
);
