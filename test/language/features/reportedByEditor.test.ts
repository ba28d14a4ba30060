import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ClientInfo, coreSupportFor } from '../../../server/src/language/features/coreSupport.ts';
import { diagnose } from '../../../server/src/language/features/diagnostics.ts';
import { notReportedBy } from '../../../server/src/language/features/reportedByEditor.ts';
import { snapshotOf } from '../../support/diagnostics.ts';

const editor = {
  name: 'Visual Studio Code',
  version: '1.139.1',
  languages: ['chatagent', 'skill', 'prompt', 'instructions'],
};

/** The rules that speak about a file elsewhere, and those that still do beside VS Code. */
function rules(path: string, languageId: string, front: string): { all: string[]; ours: string[] } {
  const snapshot = snapshotOf(`---\n${front}\n---\nText.\n`, { path });
  const all = diagnose(snapshot);
  const support = coreSupportFor(editor, languageId, snapshot.dialect, snapshot.document);
  assert.ok(support, `VS Code supports ${path}`);
  const ours = notReportedBy(support, snapshot, all);
  return { all: all.map(({ rule }) => rule.id), ours: ours.map(({ rule }) => rule.id) };
}

const agent = (front: string) => rules('.github/agents/x.agent.md', 'chatagent', front);
const skill = (front: string) => rules('.agents/skills/x/SKILL.md', 'skill', front);
const prompt = (front: string) => rules('.github/prompts/x.prompt.md', 'prompt', front);
const instructions = (front: string) =>
  rules('.github/instructions/x.instructions.md', 'instructions', front);

test('agent values that VS Code reports are not reported again', () => {
  for (const line of [
    'target: VSCode',
    'user-invocable: yes',
    'handoffs:\n  - label: Go',
    'agents: helper',
    'tools: {read: true}',
    'github: 5',
    'nope: 1',
    'description: A.',
  ]) {
    const { all, ours } = agent(`description: Writes.\n${line}`);
    const found = all.filter(rule => rule !== 'noIgnoredKey');
    assert.notDeepEqual(found, [], `${line}: there is something to say elsewhere`);
    assert.deepEqual(
      ours.filter(rule => rule !== 'noIgnoredKey'),
      [],
      line,
    );
  }
});

test('everything that VS Code does not report is reported', () => {
  for (const front of [
    'name: 5\ndescription: Writes.',
    'name: x',
    'description: 5',
    'description: Writes.\nskills: 5',
    'description: Writes.\nreasoning-effort: most',
    'description: Writes.\nmcp-servers: 5',
    'description: Use it. Example: now',
    'description: Writes.\ntools: [',
  ]) {
    const { all, ours } = agent(front);
    assert.notDeepEqual(all, [], `${front}: there is something to say`);
    assert.deepEqual(ours, all, front);
  }
});

test('an agent for GitHub only is checked as VS Code checks it', () => {
  const front = 'description: Writes.\ntools: [Raed]';
  assert.ok(agent(front).all.includes('useKnownTool'));
  assert.ok(!agent(front).ours.includes('useKnownTool'));
  assert.ok(agent(`${front}\ntarget: github-copilot`).ours.includes('useKnownTool'));
});

test('a skill that tools reject is reported although VS Code warns, an equal warning is not repeated', () => {
  assert.deepEqual(skill('description: Writes.').ours, ['useName']);
  assert.deepEqual(skill('name: y\ndescription: Writes.').ours, []);
  assert.deepEqual(skill('name: y\ndescription: Writes.').all, ['useValidName']);
  assert.deepEqual(skill('name: x\ndescription: Writes.\nnope: 1').ours, []);
  assert.deepEqual(skill('name: x\ndescription: Writes.\ncompatibilty: git').ours, ['noUnknownKey']);
});

test('problems in prompts and instructions that VS Code reports are not reported again', () => {
  assert.deepEqual(prompt('description: A.\nmode: ask').all, ['noDeprecatedFile', 'noDeprecatedKey']);
  assert.deepEqual(prompt('description: A.\nmode: ask').ours, ['noDeprecatedFile']);
  assert.deepEqual(prompt('description: [a]').ours, ['noDeprecatedFile']);
  assert.deepEqual(instructions('applyTo: ""').all, ['useValidType']);
  assert.deepEqual(instructions('applyTo: ""').ours, []);
  assert.deepEqual(instructions('nope: 1').ours, []);
});

test('problems in prompts and instructions are reported in VS Code 1.100, which does not report them', () => {
  const old = { ...editor, version: '1.100.3', languages: ['prompt', 'instructions'] };
  for (const [path, languageId, front, rule] of [
    ['.github/prompts/x.prompt.md', 'prompt', 'mode: ask', 'noDeprecatedKey'],
    ['.github/instructions/x.instructions.md', 'instructions', 'applyTo: ""', 'useValidType'],
  ] as const) {
    const snapshot = snapshotOf(`---\n${front}\n---\nText.\n`, { path });
    const said = (facts: ClientInfo) => {
      const support = coreSupportFor(facts, languageId, snapshot.dialect, snapshot.document);
      const found = notReportedBy(support, snapshot, diagnose(snapshot, { noDeprecatedFile: 'off' }));
      return found.map(({ rule: { id } }) => id);
    };
    assert.deepEqual(said(editor), []);
    assert.deepEqual(said(old), [rule]);
  }
});

test('everything is reported without VS Code', () => {
  const snapshot = snapshotOf('---\nmode: ask\n---\nText.\n', { path: 'x.prompt.md' });
  const all = diagnose(snapshot);
  assert.equal(notReportedBy(undefined, snapshot, all), all);
});
