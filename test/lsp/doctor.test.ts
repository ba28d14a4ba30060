import assert from 'node:assert/strict';
import type { CodeAction } from 'vscode-languageserver-protocol';
import type { DoctorResult } from '../../server/src/lsp/protocol.ts';
import { type LspClient, serverTest } from '../support/lspClient.ts';

const path = '.claude/agents/writer.md';
const text = '---\nname: writer\ndescription: Writes.\ntools: Nope\n---\nYou write.\n';
const range = { start: { line: 3, character: 8 }, end: { line: 3, character: 8 } };

async function actionsAt(client: LspClient, only?: readonly string[]): Promise<CodeAction[]> {
  const diagnostics = await client.diagnostics(path, rules => rules.length > 0);
  const params = { range, context: { diagnostics, ...(only && { only }) } };
  return client.request<CodeAction[]>('textDocument/codeAction', path, params);
}

serverTest(
  'a code action asks why an agent is not used, and the answer stops at the step that fails',
  { files: { [path]: text }, initializationOptions: { commands: true } },
  async client => {
    await client.open(path, text);
    const title = 'Why is this agent not used?';
    const asking = (await actionsAt(client)).filter(action => action.title === title);
    assert.deepEqual(
      asking.map(({ kind, command }) => [kind, command?.command, command?.arguments]),
      [['quickfix', 'agentFiles.doctor', [client.uri(path)]]],
    );
    const [source] = await actionsAt(client, ['source']);
    assert.equal(source?.title, title);
    const { title: shown, markdown } = await client.request<DoctorResult>('agentFiles/doctor', path);
    assert.equal(shown, title);
    assert.match(
      markdown,
      /^# Why is this agent not used\?\n\nClaude Code subagent `writer`: .claude\/agents\/writer.md\n/,
    );
    assert.match(markdown, /The first step that fails: \*\*can start\*\*/);
    assert.match(markdown, /- ✓ \*\*found\*\*: Claude Code looks here\.\n {2}- Claude Code 2\.1\./);
    assert.match(markdown, /- ✗ \*\*can start\*\*.*\n {2}- To do: /);
    await client.open('notes.md', 'x');
    assert.equal(await client.request('agentFiles/doctor', 'notes.md'), null);
  },
);

serverTest(
  'the action is not there for an editor that cannot run it',
  { files: { [path]: text } },
  async client => {
    await client.open(path, text);
    assert.ok(!(await actionsAt(client)).some(({ command }) => command));
  },
);
