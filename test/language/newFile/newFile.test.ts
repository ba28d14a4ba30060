import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Dialect } from '../../../server/src/language/dialect/dialect.ts';
import { AgentDocument } from '../../../server/src/language/document/agentDocument.ts';
import { capabilitiesOf } from '../../../server/src/language/features/capabilities.ts';
import { folderOf, type NewFile, newFile } from '../../../server/src/language/newFile/newFile.ts';
import { newFileKinds } from '../../../server/src/language/newFile/newFileKinds.ts';
import type { Choices } from '../../../server/src/language/newFile/writeFile.ts';
import { indexedFileOf } from '../../../server/src/language/snapshot.ts';
import { workspaceOf } from '../../../server/src/language/workspaceIndex.ts';
import { foundIn, snapshotsIn } from '../../support/projectFiles.ts';

const kinds = (['agent', 'skill', 'command', 'rule'] as const).flatMap(newFileKinds);

/** All choices of grants: none made, and each but the empty one. */
function subsetsOf<Item>(items: readonly Item[]): (readonly Item[] | undefined)[] {
  const sets = Array.from({ length: 2 ** items.length }, (_, bits) =>
    items.filter((_, at) => (bits >> at) & 1),
  );
  return [undefined, ...sets.filter(set => set.length > 0)];
}

const around = (dialect: Dialect, others = '') => ({
  folder: `file:///project/${folderOf(dialect)}`,
  pathOf: (uri: string) => decodeURIComponent(uri.slice('file://'.length)),
  workspace: workspaceOf(snapshotsIn(others).map(indexedFileOf)),
});

/** What is found in a project with the new file alone. */
const foundWith = ({ uri, text }: NewFile): string[] =>
  foundIn(`=== ${decodeURIComponent(uri.slice('file:///project/'.length))}\n${text}`);

for (const { dialect, grants, models } of kinds) {
  test(`a new file of ${dialect.id} has no finding, whatever is chosen`, () => {
    // Models and grants are written on lines of their own: all of one with one of the other.
    const all = [
      ...subsetsOf(grants).map(chosen => ({ grants: chosen })),
      ...models.map(({ value }) => ({ grants: grants.length === 0 ? undefined : grants, model: value })),
    ];
    for (const chosen of all) {
      const choices = { name: 'reviewer', purpose: 'Reviews changes for bugs.', ...chosen };
      const file = newFile(dialect, choices, around(dialect));
      assert.equal(file.problem, undefined, `${JSON.stringify(choices)}\n${file.text}`);
      assert.deepEqual(
        foundWith(file).map(line => line.replace(/^.*: /, '')),
        [dialect.id],
        file.text,
      );
    }
  });
}

test('no agent gets more than was chosen, and where it is known, all of it', () => {
  let known = 0;
  for (const { dialect, grants } of kinds) {
    for (const chosen of subsetsOf(grants)) {
      if (chosen === undefined) continue;
      const { uri, text } = newFile(
        dialect,
        { name: 'reviewer', purpose: 'Reviews.', grants: chosen },
        around(dialect),
      );
      const [snapshot] = snapshotsIn(`=== ${uri.slice('file:///project/'.length)}\n${text}`);
      const can = capabilitiesOf(snapshot!)?.can.filter(each => each !== 'mcp');
      if (!can) continue;
      known++;
      assert.deepEqual([...can].sort(), [...chosen].sort(), `${dialect.id}\n${text}`);
    }
  }
  assert.ok(known > 100);
});

const lines = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc.stringMatching(/^[A-Za-z][A-Za-z :#'"\-,.]{0,30}$/),
  fc.constantFrom(
    'Use this: "x".',
    "It's # one",
    '- item',
    '@file',
    '${x} $1',
    'yes',
    '1.0',
    '[a]',
    '<b>',
    'a\\b',
  ),
);

test('a name and a purpose are written as they are, or refused', () => {
  fc.assert(
    fc.property(fc.constantFrom(...kinds), lines, lines, ({ dialect }, name, purpose) => {
      const file = newFile(dialect, { name, purpose }, around(dialect));
      if (file.problem !== undefined) {
        assert.notEqual(file.problem, '');
        return;
      }
      assert.deepEqual(
        foundWith(file).map(line => line.replace(/^.*: /, '')),
        [dialect.id],
        file.text,
      );
      const document = AgentDocument.of(file.text, file.uri);
      for (const [key, value] of [
        ['name', name],
        ['description', purpose],
      ] as const)
        if (document.entry(key)) assert.equal(document.entry(key)?.value, value);
    }),
    { numRuns: 150 },
  );
});

const claude = kinds.find(({ dialect }) => dialect.id === 'claude-subagent')!.dialect;
const problemWith = (choices: Partial<Choices>, others = '') =>
  newFile(claude, { name: 'reviewer', purpose: 'Reviews.', ...choices }, around(claude, others)).problem;

test('a name is checked by the rules of the tool, and for duplicates', () => {
  const gemini = kinds.find(({ dialect }) => dialect.id === 'gemini-agent')!.dialect;
  const choices = { name: 'My Agent', purpose: 'Reviews.' };
  assert.match(newFile(gemini, choices, around(gemini)).problem ?? '', /name/i);
  assert.equal(problemWith(choices), undefined);
  assert.equal(newFile(claude, choices, around(claude)).uri, 'file:///project/.claude/agents/my-agent.md');
  assert.match(problemWith({ name: '' }) ?? '', /letters/);
  assert.match(problemWith({ name: '…' }) ?? '', /letters/);
  assert.equal(problemWith({ name: 'tester' }), undefined);
  const other = '=== .claude/agents/reviewer.md\n---\nname: x\ndescription: X.\n---\nX.\n';
  assert.match(problemWith({}, other) ?? '', /file of this name/);
  const named = other.replace('reviewer.md', 'team/x.md').replace('name: x', 'name: reviewer');
  assert.match(problemWith({}, named) ?? '', /Duplicate/);
});

test('an agent without any capability, and a purpose without words, are refused', () => {
  assert.match(problemWith({ grants: [] }) ?? '', /at least one/);
  assert.match(problemWith({ purpose: ' ' }) ?? '', /what it does/);
});

test('capabilities become the tool’s own names, without those that the agent would not get', () => {
  const toolsOf = (id: string, grants: Choices['grants']) => {
    const { dialect } = kinds.find(kind => kind.dialect.id === id)!;
    const { text } = newFile(dialect, { name: 'reviewer', purpose: 'Reviews.', grants }, around(dialect));
    return /^---\n[\s\S]*?\n---/.exec(text)![0].split('\n').slice(1, -1).join('\n');
  };
  assert.match(toolsOf('claude-subagent', ['read']), /^tools: Read, Grep, Glob$/m);
  assert.match(toolsOf('claude-subagent', ['read', 'run']), /^tools: Read, Bash$/m);
  assert.match(toolsOf('gemini-agent', ['run']), /^tools: .*run_shell_command/m);
  assert.match(toolsOf('opencode-agent', ['read', 'write']), /^permission:\n(?: {2}\w+: deny\n?)*/m);
  assert.match(toolsOf('opencode-agent', ['read', 'write']), /^ {2}bash: deny$/m);
  assert.ok(!toolsOf('opencode-agent', ['write']).includes('list: deny'));
  assert.ok(!toolsOf('opencode-agent', undefined).includes('permission'));
});
