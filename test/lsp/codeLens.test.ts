import assert from 'node:assert/strict';
import type { CodeLens } from 'vscode-languageserver-protocol';
import { type LspClient, serverTest } from '../support/lspClient.ts';

const writer = '.claude/agents/writer.md';
const writerText = '---\nname: writer\ndescription: Writes.\n---\nYou write.\n';
const lead = '.claude/commands/lead.md';
const leadText = 'Use Task(subagent_type="writer").\n';
const files = { [writer]: writerText, [lead]: leadText };
const capabilities = { workspace: { configuration: true, codeLens: { refreshSupport: true } } };
const initializationOptions = { commands: true };

const titles = async (client: LspClient): Promise<(string | undefined)[]> =>
  (await client.request<CodeLens[]>('textDocument/codeLens', writer)).map(({ command }) => command?.title);

serverTest(
  'code lenses follow the other files, and the setting',
  { files, capabilities, initializationOptions },
  async client => {
    await client.open(writer, writerText);
    await client.diagnostics(lead, []);
    const [lens] = await client.request<CodeLens[]>('textDocument/codeLens', writer);
    assert.equal(lens?.command?.title, '1 reference · lead delegates here');
    assert.deepEqual(lens?.command?.arguments?.slice(0, 2), [client.uri(writer), { line: 1, character: 6 }]);
    assert.equal(lens?.command?.arguments?.[2][0].uri, client.uri(lead));
    const before = client.lensRefreshes;
    await client.writeFile(lead, 'Write it yourself.\n');
    await client.until(() => client.lensRefreshes > before);
    assert.deepEqual(await titles(client), []);
    await client.writeFile(lead, leadText);
    await client.until(() => client.lensRefreshes > before + 1);
    assert.equal((await titles(client)).length, 1);
    await client.configure({ codeLens: false });
    await client.until(() => client.lensRefreshes > before + 2);
    assert.deepEqual(await titles(client), []);
  },
);

serverTest('a client without the command of code lenses is not offered any', { files }, async client => {
  assert.equal(client.initialized.capabilities.codeLensProvider, undefined);
});
