import assert from 'node:assert/strict';
import type { Location, SymbolInformation } from 'vscode-languageserver-protocol';
import { serverTest, stdioServerTest } from '../support/lspClient.ts';

const lead = '.claude/skills/lead/SKILL.md';
const writer = '.claude/agents/writer.md';
const leadText = '---\ndescription: Leads.\ncontext: fork\nagent: doc-writer\n---\nAsk doc-writer.\n';
const writerText = '---\nname: doc-writer\ndescription: Writes.\n---\nYou write.\n';

stdioServerTest(
  'definition, references, highlights and symbols over stdio',
  { files: { [lead]: leadText, [writer]: writerText } },
  async client => {
    await client.open(lead, leadText);
    await client.diagnostics(lead, []);
    await client.diagnostics(writer, []);
    const position = { line: 3, character: 9 };
    const uris = (places: readonly Location[]) =>
      places.map(({ uri, range }) => `${uri === client.uri(lead) ? 'lead' : 'writer'}:${range.start.line}`);
    const defined = await client.request<Location[]>('textDocument/definition', lead, { position });
    assert.deepEqual(uris(defined), ['writer:1']);
    const context = { includeDeclaration: true };
    const used = await client.request<Location[]>('textDocument/references', lead, { position, context });
    assert.deepEqual(uris(used), ['writer:1', 'lead:3', 'lead:5']);
    const lit = await client.request<unknown[]>('textDocument/documentHighlight', lead, { position });
    assert.equal(lit.length, 2);
    const found = await client.request<SymbolInformation[]>('workspace/symbol', lead, { query: 'wri' });
    assert.deepEqual(
      found.map(({ name }) => name),
      ['doc-writer'],
    );
  },
);

serverTest(
  'what refers to a file is checked again when it appears, is renamed, moved and deleted',
  { files: { [lead]: leadText } },
  async client => {
    await client.diagnostics(lead, ['useExistingName']);
    await client.writeFile(writer, writerText);
    await client.diagnostics(lead, []);
    await client.writeFile(writer, writerText.replace('doc-writer', 'author'));
    await client.diagnostics(lead, ['useExistingName']);
    await client.writeFile(writer, writerText);
    await client.diagnostics(lead, []);
    client.move(writer, '.claude/agents/docs/writer.md');
    await client.tellEvents([writer, 'deleted'], ['.claude/agents/docs', 'created']);
    await client.diagnostics('.claude/agents/docs/writer.md', []);
    await client.diagnostics(lead, []);
    await client.deleteFile('.claude/agents/docs');
    await client.diagnostics(lead, ['useExistingName']);
    // An open document counts before it is saved.
    await client.open(writer, writerText);
    await client.diagnostics(lead, []);
  },
);

serverTest(
  'nothing is said of names in a file outside the open folders',
  { files: { 'web/.claude/agents/x.md': writerText }, opened: 'web' },
  async client => {
    await client.open(lead, leadText);
    await client.diagnostics(lead, []);
  },
);
