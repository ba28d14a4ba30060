import assert from 'node:assert/strict';
import type { CompletionItem } from 'vscode-languageserver-protocol';
import { serverTest } from '../support/lspClient.ts';

const sound = '---\nname: writer\ndescription: Writes.\n---\nYou write.\n';
const unknownTool = sound.replace('---\nYou', 'tools: Read, Grpe\n---\nYou');
const agent = '.claude/agents/writer.md';

serverTest(
  'an editor that names its folder as the root has the files of it',
  { names: 'rootUri', capabilities: {}, files: { [agent]: unknownTool } },
  async client => {
    await client.diagnostics(agent, ['useKnownTool']);
  },
);

serverTest(
  'an editor that opens no folder is told of files while they are open, and no longer',
  { names: 'nothing', capabilities: {}, files: { [agent]: unknownTool } },
  async client => {
    await client.open(agent, unknownTool);
    await client.diagnostics(agent, ['useKnownTool']);
    await client.close(agent);
    await client.diagnostics(agent, []);
  },
);

serverTest('an editor without snippets gets plain text to insert', { capabilities: {} }, async client => {
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
});

serverTest(
  'the settings of an editor that cannot be asked are those that it tells',
  { capabilities: {} },
  async client => {
    await client.open(agent, unknownTool);
    await client.diagnostics(agent, ['useKnownTool']);
    await client.configure({ rules: { useKnownTool: 'off' } });
    await client.diagnostics(agent, []);
  },
);

serverTest(
  'places that are not there, and documents that are not open, are no fault',
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
  'a document that is closed and opened again and again is what it was opened as last',
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
