import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeAction } from 'vscode-languageserver-protocol';
import { fileKeyOf } from '../../server/src/workspace/uris.ts';
import { serverTest } from '../support/lspClient.ts';

/** A URI as VS Code writes it: more of it is escaped than Node does. */
function likeVscode(uri: string): string {
  const escaped = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  return uri.replace(/(?<=^file:\/\/.*)[:@!$&'()*+,;=[\]]/g, escaped);
}

const text = '---\nname: writer\ndescription: Writes.\ntools: Read, Grpe\n---\nYou write.\n';
const agent = '.claude/agents/my writer (copy).md';
const plain = '.claude/agents/writer.md';

test('differently escaped URIs of the same file have the same key', () => {
  const same = (...uris: readonly [string, ...string[]]) =>
    assert.deepEqual([...new Set(uris.map(fileKeyOf))], [fileKeyOf(uris[0])], uris.join(' '));
  same('file:///p/a%20%28b%29.md', 'file:///p/a%20(b).md', 'file:///p/a (b).md');
  same('file:///c%3A/p/a.md', 'file:///C:/p/a.md', 'file:///c:/p/a.md');
  same('vscode-vfs://host/p/%C3%BC.md', 'vscode-vfs://host/p/\u00FC.md');
  const all = ['file:///p/a.md', 'file:///P/a.md', 'file://host/p/a.md', 'vscode-vfs://host/p/a.md'];
  assert.equal(new Set(all.map(fileKeyOf)).size, all.length);
});

serverTest(
  'a file from the client and the same file from a search are one file',
  { spell: likeVscode, opened: 'c++ (old)', files: { [`c++ (old)/${agent}`]: text } },
  async client => {
    const path = `c++ (old)/${agent}`;
    assert.notEqual(client.uri(path), new URL(client.uri(path).replaceAll('%28', '(')).href);
    await client.diagnostics(path, ['useKnownTool']);
    await client.open(path, text);
    await client.change(path, text.replace('Grpe', 'Grap'));
    await client.diagnostics(path, ['useKnownTool']);
    // What we have found ourselves is looked at again, and the editor's text counts.
    await client.configure({ associations: { '**/c++ (old)/**/*.md': 'claude-subagent' } });
    await client.change(path, text.replace('Grpe', 'Grep'));
    await client.diagnostics(path, []);
    await client.configure({});
    await client.writeFile(path, text);
    await client.change(path, text.replace('writer', 'author'));
    await client.diagnostics(path, ['useKnownTool']);
    await client.close(path);
    await client.open(`${path}.md`, text);
    await client.diagnostics(path, ['noDuplicateName', 'useKnownTool']);
    await client.deleteFile(path);
    await client.diagnostics(path, []);
    await client.diagnostics(`${path}.md`, ['useKnownTool']);
  },
);

serverTest(
  'an old version of a file in a diff editor is not a duplicate of it',
  { files: { [plain]: text } },
  async client => {
    await client.diagnostics(plain, ['useKnownTool']);
    const old = client.uri(plain).replace('file:', 'git:');
    await client.open(old, text);
    await client.diagnostics(old, ['useKnownTool']);
    await client.writeFile(plain, text.replace('Grpe', 'Grap'));
    await client.diagnostics(plain, ['useKnownTool']);
    await client.close(old);
    await client.diagnostics(old, []);
    assert.deepEqual(client.log, []);
  },
);

serverTest('a URI with an invalid `%` escape is supported', {}, async client => {
  const uri = 'untitled:/100%/.claude/agents/writer.md';
  await client.open(uri, text.replace('name: writer\n', ''));
  const [diagnostic] = await client.diagnostics(uri, ['useName', 'useKnownTool']);
  const actions = await client.request<CodeAction[]>('textDocument/codeAction', uri, {
    range: diagnostic!.range,
    context: { diagnostics: [diagnostic] },
  });
  assert.match(JSON.stringify(actions[0]!.edit), /name: writer/);
});
