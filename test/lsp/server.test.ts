import assert from 'node:assert/strict';
import type { CodeAction, CompletionItem, MarkupContent } from 'vscode-languageserver-protocol';
import { serverTest } from '../support/lspClient.ts';

const good = '---\nname: writer\ndescription: Writes.\n---\nYou write.\n';
const unknownTool = '---\nname: writer\ndescription: Writes.\ntools: Read, Grpe\n---\nYou write.\n';
const path = '.claude/agents/writer.md';

serverTest('a diagnostic appears while typing, and goes away', {}, async client => {
  await client.open(path, good);
  await client.diagnostics(path, []);
  await client.change(path, unknownTool);
  const [diagnostic] = await client.diagnostics(path, ['useKnownTool']);
  assert.equal(diagnostic!.source, 'agent-files');
  assert.match(diagnostic!.codeDescription!.href, /rules\.md#useknowntool$/);
  await client.change(path, good);
  await client.diagnostics(path, []);
});

serverTest(
  'files that no editor has open are looked at, as they come, change and go',
  { files: { [path]: unknownTool } },
  async client => {
    await client.diagnostics(path, ['useKnownTool']);
    await client.writeFile('packages/web/.claude/agents/team/x.md', unknownTool);
    await client.diagnostics('packages/web/.claude/agents/team/x.md', ['useKnownTool']);
    await client.writeFile(path, good);
    await client.diagnostics(path, []);
    await client.writeFile(path, unknownTool);
    await client.diagnostics(path, ['useKnownTool']);
    await client.deleteFile(path);
    await client.diagnostics(path, []);
  },
);

serverTest(
  'a name given twice is told in both files, until one of them changes',
  { files: { [path]: good } },
  async client => {
    const other = '.claude/agents/other.md';
    await client.open(other, good);
    const [diagnostic] = await client.diagnostics(other, ['noDuplicateName']);
    assert.equal(diagnostic!.relatedInformation![0]!.location.uri, client.uri(path));
    await client.diagnostics(path, ['noDuplicateName']);
    await client.change(other, good.replace('writer', 'reviewer'));
    await client.diagnostics(other, []);
    await client.diagnostics(path, []);
  },
);

serverTest(
  'duplicates are told in the order of their paths, whichever came first',
  { files: { '.claude/agents/a.md': good, '.claude/agents/b.md': good } },
  async client => {
    await client.diagnostics('.claude/agents/b.md', ['noDuplicateName']);
    await client.writeFile('.claude/agents/c.md', good);
    await client.diagnostics('.claude/agents/c.md', ['noDuplicateName']);
    await client.writeFile('.claude/agents/d.md', good);
    const [diagnostic] = await client.diagnostics('.claude/agents/d.md', ['noDuplicateName']);
    assert.match(String(diagnostic!.message), /in agents\/a\.md, agents\/b\.md, agents\/c\.md\.$/);
  },
);

serverTest(
  'settings change severities and silence rules',
  { settings: { rules: { useKnownTool: 'error', noMojibake: 'off', nonsense: 'x' } } },
  async client => {
    await client.open(path, unknownTool.replace('You write', 'Youâ€™re writing'));
    const [diagnostic] = await client.diagnostics(path, ['useKnownTool']);
    assert.equal(diagnostic!.severity, 1);
  },
);

serverTest('a quick fix comes with its diagnostic and its edit', {}, async client => {
  await client.open(path, unknownTool);
  const [diagnostic] = await client.diagnostics(path, ['useKnownTool']);
  const actions = await client.request<CodeAction[]>('textDocument/codeAction', path, {
    range: diagnostic!.range,
    context: { diagnostics: [diagnostic] },
  });
  for (const only of [[], [''], ['quickfix']]) {
    const same = await client.request<CodeAction[]>('textDocument/codeAction', path, {
      range: diagnostic!.range,
      context: { diagnostics: [diagnostic], only },
    });
    assert.deepEqual(same, actions, String(only));
  }
  const [action] = actions.filter(({ title }) => title === 'Change to `Grep`');
  assert.deepEqual(action!.edit!.changes![client.uri(path)], [{ range: diagnostic!.range, newText: 'Grep' }]);
});

serverTest('a file that is no agent file is left alone', {}, async client => {
  await client.open('docs/writer.md', unknownTool);
  await client.open(path, unknownTool);
  await client.diagnostics(path, ['useKnownTool']);
  assert.deepEqual(
    await client.request('textDocument/codeAction', 'docs/writer.md', {
      range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } },
      context: { diagnostics: [] },
    }),
    [],
  );
});

serverTest(
  'closing a document brings back what is on disk',
  { files: { [path]: unknownTool } },
  async client => {
    await client.open(path, good);
    await client.diagnostics(path, []);
    await client.close(path);
    await client.diagnostics(path, ['useKnownTool']);
  },
);

serverTest(
  'a file is held against the tools that the settings name, and the preview lists them',
  { settings: { targets: ['opencode', 'nonsense'] } },
  async client => {
    await client.open(path, good.replace('---\nYou', 'color: green\n---\nYou'));
    const [diagnostic] = await client.diagnostics(path, ['useKnownColor']);
    assert.equal(diagnostic!.severity, 2);
    assert.match(String(diagnostic!.message), /^Unknown color `green`\. OpenCode /);
    const { html } = await client.request<{ html: string }>('agentFiles/preview', path);
    assert.match(html, /In other tools[\s\S]*OpenCode will not load this file/);
  },
);

const prompt = '.github/prompts/plan.prompt.md';
const replacedKey = '---\ndescription: Plans.\nmode: ask\n---\nPlan.\n';

serverTest(
  'what the editor reports by itself is left to it in the files that it has open, and only there',
  {
    files: { [prompt]: replacedKey },
    initializationOptions: {
      editor: { name: 'Visual Studio Code', version: '1.139.1', languages: ['prompt'] },
    },
  },
  async client => {
    await client.diagnostics(prompt, ['noDeprecatedKey']);
    await client.open(prompt, replacedKey, 'prompt');
    await client.diagnostics(prompt, []);
    await client.close(prompt);
    await client.diagnostics(prompt, ['noDeprecatedKey']);
  },
);

serverTest('what an offer means is told when it is looked at, and not with the list', {}, async client => {
  await client.open(path, '---\nname: writer\n\n---\n');
  const position = { line: 2, character: 0 };
  const items = await client.request<CompletionItem[]>('textDocument/completion', path, { position });
  const tools = items.find(({ label }) => label === 'tools')!;
  assert.equal(tools.documentation, undefined);
  const { documentation, ...rest } = await client.resolve(tools);
  assert.match((documentation as MarkupContent).value, /tool.*\[Documentation\]\(https:/s);
  assert.deepEqual(rest, tools);
  // What is asked about an older list is not answered from the last one, where another field may stand in that place.
  await client.request('textDocument/completion', path, { position });
  assert.deepEqual(await client.resolve(tools), tools);
  const foreign = { label: 'tools' };
  assert.deepEqual(await client.resolve(foreign), foreign);
});
