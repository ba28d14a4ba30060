import assert from 'node:assert/strict';
import type { CodeAction } from 'vscode-languageserver-protocol';
import { type LspClient, serverTest } from '../support/lspClient.ts';

const path = '.claude/agents/writer.md';
const text = '---\nname: writer\ndescription: Writes.\nteam: docs\nticket: 5\n---\nYou write.\n';

/** The quick fixes at the second unknown key that keep custom keys, by title. */
async function keeping(client: LspClient): Promise<Map<string, CodeAction>> {
  const at = { line: 4, character: 2 };
  const actions = await client.request<CodeAction[]>('textDocument/codeAction', path, {
    range: { start: at, end: at },
    context: { diagnostics: [] },
  });
  return new Map(
    actions.filter(({ title }) => title.startsWith('Keep')).map(action => [action.title, action]),
  );
}

const configuration = 'rules:\n  noLongBody: off\n';

serverTest(
  'unknown keys are one diagnostic, and are kept in the configuration file that there is',
  { files: { [path]: text, '.agentfilesrc': configuration } },
  async client => {
    await client.open(path, text);
    const [only] = await client.diagnostics(path, ['noUnknownKey']);
    assert.deepEqual([only!.severity, only!.tags], [4, [1]]);
    assert.equal(only!.relatedInformation?.[0]?.location.range.start.line, 4);
    const actions = await keeping(client);
    assert.deepEqual([...actions.keys()], ["Keep 'ticket' as a custom key", 'Keep all 2 as custom keys']);
    const edits = actions.get('Keep all 2 as custom keys')!.edit!.changes![client.uri('.agentfilesrc')]!;
    assert.deepEqual(edits, [
      {
        range: { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } },
        newText: 'fields:\n  team:\n    type: any\n  ticket:\n    type: any\n',
      },
    ]);
    await client.writeFile('.agentfilesrc', configuration + edits[0]!.newText);
    await client.diagnostics(path, []);
  },
);

const creates = {
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const] } },
};

serverTest(
  'a missing configuration file is created in the open folder where the client can create files',
  { files: { [path]: text }, capabilities: creates },
  async client => {
    await client.open(path, text);
    await client.diagnostics(path, ['noUnknownKey']);
    const edit = (await keeping(client)).get("Keep 'ticket' as a custom key")!.edit!;
    const uri = client.uri('.agentfilesrc');
    const start = { line: 0, character: 0 };
    assert.deepEqual(edit.documentChanges, [
      { kind: 'create', uri, options: { ignoreIfExists: true } },
      {
        textDocument: { uri, version: null },
        edits: [{ range: { start, end: start }, newText: 'fields:\n  ticket:\n    type: any\n' }],
      },
    ]);
  },
);

serverTest(
  'keeping custom keys is not offered where the client cannot create the file',
  { files: { [path]: text }, capabilities: {} },
  async client => {
    await client.open(path, text);
    await client.diagnostics(path, ['noUnknownKey']);
    assert.deepEqual([...(await keeping(client)).keys()], []);
  },
);
