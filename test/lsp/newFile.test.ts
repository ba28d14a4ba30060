import assert from 'node:assert/strict';
import type { CodeAction } from 'vscode-languageserver-protocol';
import {
  type NewFileKind,
  type NewFileResult,
  newFileKindsRequest,
  newFileRequest,
} from '../../server/src/lsp/protocol.ts';
import { type LspClient, serverTest } from '../support/lspClient.ts';

const writer = '---\nname: writer\ndescription: Writes.\n---\nYou write.\n';
const files = { 'web/.claude/agents/writer.md': writer, '.opencode/agents/other.txt': '' };

const kindsOf = (client: LspClient, kind: string): Promise<NewFileKind[]> =>
  client.request(newFileKindsRequest, '', { kind });
const make = (client: LspClient, folder: string, name: string, more = {}): Promise<NewFileResult | null> =>
  client.request(newFileRequest, '', {
    dialect: 'claude-subagent',
    folder: client.uri(folder),
    name,
    purpose: 'Reviews changes.',
    ...more,
  });

serverTest(
  'tools that have such files come first, and their folders are offered',
  { files },
  async client => {
    const [first, ...others] = await kindsOf(client, 'agent');
    assert.equal(first?.dialect.id, 'claude-subagent');
    assert.equal(first?.existing, 1);
    assert.deepEqual(
      first?.places.map(({ label }) => label),
      ['web/.claude/agents', '.claude/agents'],
    );
    assert.deepEqual(first?.grants, ['read', 'write', 'run', 'web', 'delegate']);
    assert.ok(first?.models.some(({ value }) => value === 'haiku'));
    const openCode = others.find(({ dialect }) => dialect.id === 'opencode-agent');
    assert.deepEqual(openCode?.places, [{ uri: client.uri('.opencode/agents'), label: '.opencode/agents' }]);
    const skills = await kindsOf(client, 'skill');
    assert.deepEqual(skills.map(({ dialect }) => dialect.id).sort(), ['agent-skill', 'claude-skill']);
  },
);

serverTest('the text of a new file loads as it was chosen', { files }, async client => {
  await kindsOf(client, 'agent');
  const made = await make(client, '.claude/agents', 'reviewer', { grants: ['read'], model: 'haiku' });
  assert.equal(made?.uri, client.uri('.claude/agents/reviewer.md'));
  assert.equal(made?.problem, undefined);
  assert.match(
    made?.text ?? '',
    /^---\nname: reviewer\ndescription: Reviews changes.\ntools: Read, Grep, Glob\nmodel: haiku\n---\n/,
  );
  await client.writeFile('.claude/agents/reviewer.md', made!.text);
  await client.diagnostics('.claude/agents/reviewer.md', []);
});

serverTest('a name that is taken is refused, by an agent or by any other file', { files }, async client => {
  await kindsOf(client, 'agent');
  const taken = await make(client, 'web/.claude/agents', 'writer');
  assert.match(taken?.problem ?? '', /already/);
  const free = await make(client, '.claude/agents', 'writer');
  assert.equal(free?.problem, undefined);
  client.write('.claude/agents/notes.md', '# Notes of nobody\n');
  const onDisk = await make(client, '.claude/agents', 'notes');
  assert.match(onDisk?.problem ?? '', /already/);
  assert.equal(await make(client, '.claude/agents', 'x', { dialect: 'nonsense' }), null);
});

const lead = '.claude/commands/lead.md';
const leadText = 'Use Task(subagent_type="tester").\n\n## Release\n\nTag it, and push it.\n';
const capabilities = (...resourceOperations: ('create' | 'rename')[]) => ({
  workspace: { configuration: true, workspaceEdit: { documentChanges: true, resourceOperations } },
});
const actionsAt = async (client: LspClient, line: number, only: string): Promise<CodeAction[]> => {
  await client.open(lead, leadText);
  await client.diagnostics(lead, ['useExistingName']);
  const range = { start: { line, character: 0 }, end: { line: line + 1, character: 40 } };
  const context = { diagnostics: [], only: [only] };
  return client.request('textDocument/codeAction', lead, { range, context });
};

serverTest(
  'code actions create a missing agent and a skill, and open them',
  {
    files: { [lead]: leadText },
    capabilities: capabilities('create'),
    initializationOptions: { commands: true },
  },
  async client => {
    const fixes = await actionsAt(client, 0, 'quickfix');
    const create = fixes.find(({ title }) => title === "Create agent 'tester'");
    assert.deepEqual(create?.command?.arguments, [client.uri('.claude/agents/tester.md')]);
    assert.equal(create?.edit?.documentChanges?.length, 2);
    const context = { diagnostics: [], only: ['refactor'] };
    const range = { start: { line: 2, character: 0 }, end: { line: 5, character: 0 } };
    const [extract] = await client.request<CodeAction[]>('textDocument/codeAction', lead, { range, context });
    assert.equal(extract?.title, 'Extract to Skill');
    assert.deepEqual(extract?.command?.arguments, [client.uri('.claude/skills/release/SKILL.md')]);
    const titlesWith = async (triggerKind: number) => {
      const context = { diagnostics: [], triggerKind };
      const found = await client.request<CodeAction[]>('textDocument/codeAction', lead, { range, context });
      return found.map(({ title }) => title);
    };
    assert.deepEqual(await titlesWith(1), ['Extract to Skill']);
    assert.deepEqual(await titlesWith(2), []);
  },
);

serverTest(
  'a client that cannot create files is offered none',
  { files: { [lead]: leadText }, capabilities: capabilities('rename') },
  async client => {
    const fixes = await actionsAt(client, 0, 'quickfix');
    assert.ok(!fixes.some(({ title }) => title.startsWith('Create')), JSON.stringify(fixes));
  },
);
