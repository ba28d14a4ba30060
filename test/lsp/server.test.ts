import assert from 'node:assert/strict';
import type { CodeAction, CompletionItem, MarkupContent } from 'vscode-languageserver-protocol';
import { stdioServerTest } from '../support/lspClient.ts';

const good = '---\nname: writer\ndescription: Writes.\n---\nYou write.\n';
const unknownTool = '---\nname: writer\ndescription: Writes.\ntools: Read, Grpe\n---\nYou write.\n';
const path = '.claude/agents/writer.md';

stdioServerTest('a diagnostic appears while typing and disappears after the fix', {}, async client => {
  await client.open(path, good);
  await client.diagnostics(path, []);
  await client.change(path, unknownTool);
  const [diagnostic] = await client.diagnostics(path, ['useKnownTool']);
  assert.equal(diagnostic!.source, 'agent-files');
  assert.match(diagnostic!.codeDescription!.href, /rules\.md#useknowntool$/);
  await client.change(path, good);
  await client.diagnostics(path, []);
});

stdioServerTest(
  'closed files are checked when they are created, changed and deleted',
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

stdioServerTest(
  'a duplicate name is reported in both files until one of them changes',
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

stdioServerTest(
  'duplicates are listed by path, whatever the order of their creation',
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

stdioServerTest(
  'settings change the severity of rules and turn them off',
  { settings: { rules: { useKnownTool: 'error', noMojibake: 'off', nonsense: 'x' } } },
  async client => {
    await client.open(path, unknownTool.replace('You write', 'Youâ€™re writing'));
    const [diagnostic] = await client.diagnostics(path, ['useKnownTool']);
    assert.equal(diagnostic!.severity, 1);
  },
);

stdioServerTest('a quick fix has its diagnostic and its edit', {}, async client => {
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
  const [action] = actions.filter(({ title }) => title === "Change to 'Grep'");
  assert.deepEqual(action!.edit!.changes![client.uri(path)], [{ range: diagnostic!.range, newText: 'Grep' }]);
});

stdioServerTest(
  'a file that is not an agent file has no diagnostics, completions or hovers',
  {},
  async client => {
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
  },
);

stdioServerTest(
  'closing a document restores the diagnostics of the file on disk',
  { files: { [path]: unknownTool } },
  async client => {
    await client.open(path, good);
    await client.diagnostics(path, []);
    await client.close(path);
    await client.diagnostics(path, ['useKnownTool']);
  },
);

stdioServerTest(
  'a file is checked for the configured targets, and the preview lists them',
  { settings: { targets: ['opencode', 'nonsense'] } },
  async client => {
    await client.open(path, good.replace('---\nYou', 'color: green\n---\nYou'));
    const [diagnostic] = await client.diagnostics(path, ['useKnownColor']);
    assert.equal(diagnostic!.severity, 2);
    assert.match(String(diagnostic!.message), /^Unknown color 'green'\. OpenCode /);
    const { html } = await client.request<{ html: string }>('agentFiles/preview', path);
    assert.match(html, /In other tools[\s\S]*OpenCode will not load this file/);
  },
);

stdioServerTest(
  'the titles of the fixes in the preview are those of the code actions, and the prompt is sent whole',
  { files: { [path]: unknownTool } },
  async client => {
    await client.open(path, unknownTool);
    const { html } = await client.request<{ html: string }>('agentFiles/preview', path);
    const [, place, title] = /data-place="([\d:-]+)" data-fix="([^"]+)"/.exec(html) ?? [];
    const [line, character, endLine, endCharacter] = place!.split(/[:-]/).map(Number);
    const actions = await client.request<{ title: string }[]>('textDocument/codeAction', path, {
      range: { start: { line, character }, end: { line: endLine, character: endCharacter } },
      context: { diagnostics: [], only: ['quickfix'] },
    });
    const titles = actions.map(action => action.title.replaceAll("'", '&#39;'));
    assert.ok(titles.includes(title!), `${title} is not among ${titles.join()}`);
    assert.equal(await client.request('agentFiles/prompt', path), unknownTool.split('---\n')[2]);
    assert.equal(await client.request('agentFiles/prompt', 'docs/writer.md'), null);
  },
);

const prompt = '.github/prompts/plan.prompt.md';
const replacedKey = '---\ndescription: Plans.\nmode: ask\n---\nPlan.\n';

stdioServerTest(
  'problems that VS Code reports itself are left out for open files only',
  {
    files: { [prompt]: replacedKey },
    initializationOptions: {
      editor: { name: 'Visual Studio Code', version: '1.139.1', languages: ['prompt'] },
    },
  },
  async client => {
    await client.diagnostics(prompt, ['noDeprecatedFile', 'noDeprecatedKey']);
    await client.open(prompt, replacedKey, 'prompt');
    await client.diagnostics(prompt, ['noDeprecatedFile']);
    await client.close(prompt);
    await client.diagnostics(prompt, ['noDeprecatedFile', 'noDeprecatedKey']);
  },
);

stdioServerTest(
  'the documentation of a completion item is sent on resolve, not with the list',
  {},
  async client => {
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
  },
);
