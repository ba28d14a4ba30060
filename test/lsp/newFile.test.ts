import assert from 'node:assert/strict';
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
