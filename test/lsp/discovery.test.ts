import assert from 'node:assert/strict';
import type { CodeAction } from 'vscode-languageserver-protocol';
import { serverTest } from '../support/lspClient.ts';

const agent = (name: string) => `---\nname: ${name}\ndescription: Writes.\n---\nYou write.\n`;
const unknownTool = agent('writer').replace('---\nYou', 'tools: Read, Grpe\n---\nYou');
const repository = { '.git/HEAD': 'ref: refs/heads/main\n' };

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } };
const atTop = { range, context: { diagnostics: [] } };

serverTest(
  'files where no tool reads them are reported once for a folder, and again when the first is gone',
  { files: { '.claude/agent/a.md': agent('a'), '.claude/agent/b.md': agent('b') } },
  async client => {
    await client.diagnostics('.claude/agent/a.md', ['useReadableFile']);
    await client.open('.claude/agent/b.md', agent('b'));
    await client.diagnostics('.claude/agent/b.md', []);
    await client.deleteFile('.claude/agent/a.md');
    await client.diagnostics('.claude/agent/b.md', ['useReadableFile']);
    await client.writeFile('.claude/agent/a.md', agent('a'));
    await client.diagnostics('.claude/agent/a.md', ['useReadableFile']);
    await client.diagnostics('.claude/agent/b.md', []);
  },
);

serverTest(
  'a misplaced file is moved by a fix that renames it and never replaces a file',
  {
    capabilities: {
      workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['rename', 'create'] } },
    },
    files: { '.claude/skills/ship/Skill.md': agent('ship') },
  },
  async client => {
    const path = '.claude/skills/ship/Skill.md';
    await client.open(path, agent('ship'));
    await client.diagnostics(path, ['useReadableFile']);
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', path, atTop);
    const [rename, ...others] = actions.filter(({ title }) => !/^(?:Disable|Turn off) /.test(title));
    assert.deepEqual([rename?.title, others], ["Rename to 'SKILL.md'", []]);
    assert.deepEqual(rename!.edit, {
      documentChanges: [
        {
          kind: 'rename',
          oldUri: client.uri(path),
          newUri: client.uri('.claude/skills/ship/SKILL.md'),
          options: { overwrite: false, ignoreIfExists: false },
        },
      ],
    });
  },
);

serverTest(
  'a client that cannot rename files is offered no such fix',
  { files: { '.claude/agent/a.md': agent('a') } },
  async client => {
    await client.open('.claude/agent/a.md', agent('a'));
    await client.diagnostics('.claude/agent/a.md', ['useReadableFile']);
    const actions = await client.request<CodeAction[]>(
      'textDocument/codeAction',
      '.claude/agent/a.md',
      atTop,
    );
    assert.deepEqual(
      actions.filter(({ title }) => /Rename|Move/.test(title)),
      [],
    );
  },
);

serverTest(
  'a marketplace makes plugins as soon as it names them',
  { files: { 'kit/agents/writer.md': unknownTool } },
  async client => {
    const marketplace = '.claude-plugin/marketplace.json';
    await client.writeFile(marketplace, '{"plugins": [{"source": "./kit"}]}');
    await client.diagnostics('kit/agents/writer.md', ['useKnownTool']);
    await client.deleteFile(marketplace);
    await client.diagnostics('kit/agents/writer.md', []);
  },
);

serverTest(
  'closed files that git ignores are not checked, open ones are, and the setting turns it off',
  {
    files: {
      ...repository,
      '.gitignore': 'build/\n',
      'build/.claude/agents/writer.md': unknownTool,
      '.claude/agents/own.md': unknownTool.replace('writer', 'own'),
    },
  },
  async client => {
    const ignored = 'build/.claude/agents/writer.md';
    await client.diagnostics('.claude/agents/own.md', ['useKnownTool']);
    assert.equal(client.published(ignored)?.length ?? 0, 0);
    await client.open(ignored, unknownTool);
    await client.diagnostics(ignored, ['useKnownTool']);
    await client.close(ignored);
    await client.diagnostics(ignored, []);
    await client.configure({ respectGitignore: false });
    await client.diagnostics(ignored, ['useKnownTool']);
    await client.configure({});
    await client.diagnostics(ignored, []);
    await client.writeFile('.gitignore', '# Nothing.\n');
    await client.diagnostics(ignored, ['useKnownTool']);
    await client.writeFile('.gitignore', 'build\n.claude\n');
    await client.diagnostics(ignored, []);
    await client.diagnostics('.claude/agents/own.md', []);
    await client.deleteFile('.gitignore');
    await client.diagnostics(ignored, ['useKnownTool']);
  },
);

serverTest(
  'copies in the worktrees of Claude Code are not checked while they are closed',
  { files: { '.claude/worktrees/fix/.claude/agents/a.md': unknownTool, '.claude/agents/a.md': unknownTool } },
  async client => {
    await client.diagnostics('.claude/agents/a.md', ['useKnownTool']);
    const copy = '.claude/worktrees/fix/.claude/agents/a.md';
    assert.equal(client.published(copy)?.length ?? 0, 0);
    await client.open(copy, unknownTool);
    await client.diagnostics(copy, ['useKnownTool']);
  },
);
