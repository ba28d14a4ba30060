import assert from 'node:assert/strict';
import type { CodeAction } from 'vscode-languageserver-protocol';
import { type LspClient, serverTest } from '../support/lspClient.ts';

const path = '.claude/agents/writer.md';
const text = '---\nname: writer\ndescription: Writes.\ntools: Read, Grpe\n---\nYou write.\n';

/** The actions for the only diagnostic of a file. */
async function actionsFor(client: LspClient): Promise<CodeAction[]> {
  await client.open(path, text);
  const [diagnostic] = await client.diagnostics(path, ['useKnownTool']);
  return client.request<CodeAction[]>('textDocument/codeAction', path, {
    range: diagnostic!.range,
    context: { diagnostics: [diagnostic] },
  });
}

serverTest('a diagnostic can be disabled for its line', {}, async client => {
  const action = (await actionsFor(client)).find(
    ({ title }) => title === 'Disable useKnownTool for this line',
  );
  assert.notEqual(action!.isPreferred, true);
  const [edit] = action!.edit!.changes![client.uri(path)]!;
  assert.deepEqual(edit!.range.start, { line: 3, character: 0 });
  await client.change(path, text.replace('tools:', `${edit!.newText}tools:`));
  await client.diagnostics(path, []);
});

serverTest(
  'a rule can be turned off in the configuration file that there is',
  {
    files: {
      '.agentfilesrc': '{\n  "rules": { "noMojibake": "hint" }\n}\n',
      '.claude/agents/other.md': text.replace('name: writer', 'name: other'),
    },
  },
  async client => {
    // Files on disk are checked when the configuration has been read.
    await client.diagnostics('.claude/agents/other.md', ['useKnownTool']);
    const action = (await actionsFor(client)).find(
      ({ title }) => title === 'Turn off useKnownTool in .agentfilesrc',
    );
    const [edit] = action!.edit!.changes![client.uri('.agentfilesrc')]!;
    assert.equal(edit!.newText, '"useKnownTool": "off", ');
    assert.deepEqual(edit!.range.start, { line: 1, character: 13 });
  },
);

serverTest(
  'a configuration file is created where there is none and the client can',
  {
    capabilities: { workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } } },
  },
  async client => {
    const action = (await actionsFor(client)).find(({ title }) => title.startsWith('Turn off useKnownTool'));
    assert.deepEqual(
      action!.edit!.documentChanges!.map(change => ('kind' in change ? change.kind : 'edit')),
      ['create', 'edit'],
    );
  },
);
