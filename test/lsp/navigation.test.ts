import assert from 'node:assert/strict';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  ClientCapabilities,
  DocumentSymbol,
  FoldingRange,
  Location,
  SelectionRange,
  SymbolInformation,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
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

const canRename: ClientCapabilities = {
  workspace: {
    workspaceEdit: { documentChanges: true, resourceOperations: ['rename'], changeAnnotationSupport: {} },
    workspaceFolders: true,
  },
};

stdioServerTest(
  'rename over stdio changes the name, the references and the file, and asks about mentions',
  {
    files: { [lead]: leadText, [writer]: writerText.replace('doc-writer', 'writer') },
    capabilities: canRename,
  },
  async client => {
    const text = leadText
      .replace('agent: doc-writer', 'agent: writer')
      .replace('Ask doc-writer', 'Ask `writer`');
    await client.open(lead, text);
    await client.diagnostics(lead, []);
    await client.diagnostics(writer, []);
    const position = { line: 3, character: 9 };
    const prepared = await client.request('textDocument/prepareRename', lead, { position });
    assert.deepEqual(prepared, {
      range: { start: { line: 3, character: 7 }, end: { line: 3, character: 13 } },
      placeholder: 'writer',
    });
    const edit = await client.request<WorkspaceEdit>('textDocument/rename', lead, {
      position,
      newName: 'author',
    });
    const shown = (edit.documentChanges ?? []).map(change =>
      'kind' in change
        ? `${change.kind} ${'newUri' in change ? change.newUri === client.uri('.claude/agents/author.md') : ''}`
        : change.edits.map(one => ('annotationId' in one ? `${one.annotationId}?` : 'certain')).join(),
    );
    assert.deepEqual(shown, ['certain', 'certain,likely?', 'rename true']);
    assert.equal(edit.changeAnnotations?.likely?.needsConfirmation, true);
    const refused = client.request('textDocument/rename', lead, { position, newName: 'Explore' });
    await assert.rejects(refused, /built-in agent/);
    assert.equal(
      await client.request('textDocument/prepareRename', lead, { position: { line: 0, character: 1 } }),
      null,
    );
  },
);

serverTest(
  'moving a file, and the folder of a skill, changes what refers to it',
  {
    files: {
      [writer]: writerText.replace('doc-writer', 'writer'),
      '.claude/agents/x.md': '---\nname: x\ndescription: X.\nskills: style\n---\nsubagent_type: "writer"\n',
      '.claude/skills/style/SKILL.md': '---\ndescription: S.\n---\nS.\n',
    },
    capabilities: canRename,
  },
  async client => {
    for (const path of [writer, '.claude/agents/x.md', '.claude/skills/style/SKILL.md'])
      await client.diagnostics(path, []);
    const edits = async (from: string, to: string) => {
      const files = [{ oldUri: client.uri(from), newUri: client.uri(to) }];
      const edit = await client.request<WorkspaceEdit | null>('workspace/willRenameFiles', from, { files });
      return (edit?.documentChanges ?? []).flatMap(change =>
        'edits' in change
          ? change.edits.map(
              one => `${change.textDocument.uri.split('/').at(-1)} ${'newText' in one ? one.newText : ''}`,
            )
          : [change.kind],
      );
    };
    assert.deepEqual((await edits(writer, '.claude/agents/author.md')).sort(), [
      'writer.md author',
      'x.md author',
    ]);
    assert.deepEqual(await edits('.claude/skills/style', '.claude/skills/voice'), ['x.md voice']);
    assert.deepEqual(await edits(writer, '.claude/agents/docs/writer.md'), []);
    assert.deepEqual(await edits('.claude/agents', '.claude/helpers'), []);
  },
);

serverTest(
  'a link to a file is reported while the file is missing, and leads to it when it is there',
  { files: { '.claude/skills/pdf/SKILL.md': '---\nname: pdf\ndescription: P.\n---\nSee [a](docs/a.md).\n' } },
  async client => {
    const skill = '.claude/skills/pdf/SKILL.md';
    await client.diagnostics(skill, ['noMissingFile']);
    await client.writeFile('.claude/skills/pdf/docs/a.md', 'A.\n');
    await client.tellEvents(['.claude/skills/pdf/docs', 'created']);
    await client.diagnostics(skill, []);
    await client.open(skill, '---\nname: pdf\ndescription: P.\n---\nSee [a](docs/a.md).\n');
    const links = await client.request<{ target: string }[]>('textDocument/documentLink', skill);
    assert.deepEqual(
      links.map(({ target }) => target),
      [client.uri('.claude/skills/pdf/docs/a.md')],
    );
    await client.deleteFile('.claude/skills/pdf/docs');
    await client.diagnostics(skill, ['noMissingFile']);
  },
);

serverTest(
  'the call hierarchy shows who delegates to whom',
  { files: { [lead]: leadText, [writer]: writerText } },
  async client => {
    await client.open(lead, leadText);
    await client.diagnostics(writer, []);
    await client.diagnostics(lead, []);
    const prepare = (line: number) =>
      client.request<CallHierarchyItem[]>('textDocument/prepareCallHierarchy', lead, {
        position: { line, character: 9 },
      });
    const [agent] = await prepare(3);
    assert.deepEqual([agent?.name, agent?.detail], ['doc-writer', 'Claude Code subagent']);
    const incoming = await client.request<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', lead, {
      item: agent,
    });
    assert.deepEqual(
      incoming.map(({ from, fromRanges }) => [from.name, fromRanges.map(({ start }) => start.line)]),
      [['lead', [3]]],
    );
    const [own] = await prepare(1);
    const outgoing = await client.request<CallHierarchyOutgoingCall[]>('callHierarchy/outgoingCalls', lead, {
      item: own,
    });
    assert.deepEqual(
      outgoing.map(({ to }) => to.name),
      ['doc-writer'],
    );
  },
);

stdioServerTest(
  'outline, folding and selection over stdio',
  { files: { [writer]: writerText } },
  async client => {
    await client.open(writer, writerText);
    await client.diagnostics(writer, []);
    const symbols = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', writer, {});
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['name', 'description'],
    );
    const folds = await client.request<FoldingRange[]>('textDocument/foldingRange', writer, {});
    assert.deepEqual(folds, [{ startLine: 0, endLine: 3, kind: 'region' }]);
    const [selection] = await client.request<SelectionRange[]>('textDocument/selectionRange', writer, {
      positions: [{ line: 1, character: 8 }],
    });
    assert.deepEqual(selection?.range, { start: { line: 1, character: 6 }, end: { line: 1, character: 16 } });
  },
);
