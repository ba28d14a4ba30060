import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose, fixesOf } from '../../../server/src/language/features/diagnostics.ts';
import { type Place, snapshotOf } from '../../support/diagnostics.ts';

/** The only diagnostic of a text. */
function only(text: string, place: Place) {
  const found = diagnose(snapshotOf(text, place));
  assert.equal(found.length, 1, found.map(({ message }) => message).join('\n'));
  return found[0]!;
}

test('has no fix that removes a rule in a flow mapping, which is not a list item', () => {
  for (const read of ['{"*.env": deny, "*": allow}', '{"*.env": deny, "*": allow, "*.key": ask}']) {
    const text = `---\ndescription: Reads.\npermission:\n  read: ${read}\n---\nYou read.\n`;
    const found = only(text, { dialect: 'opencode-agent' });
    assert.equal(found.rule.id, 'noShadowedTool');
    assert.deepEqual(fixesOf(found), []);
  }
});

test('has no fix that removes a list of agents that has an effect in the main thread', () => {
  const text =
    '---\nname: boss\ndescription: Hands out work.\ntools: Agent(writer, tester)\n---\nYou lead.\n';
  const found = only(text, { dialect: 'claude-subagent' });
  assert.equal(found.rule.id, 'noToolSpecifier');
  assert.deepEqual(fixesOf(found), []);
});

test('neither fades nor removes a key that another tool reads', () => {
  const agent = (key: string) => `---\ndescription: Plans.\n${key}\n---\nYou plan.\n`;
  const read = only(agent('agents: [writer]'), { dialect: 'copilot-agent' });
  assert.deepEqual([read.rule.id, read.finding.unnecessary, fixesOf(read)], ['noIgnoredKey', undefined, []]);
  for (const key of ['sidekick: {}', 'target: github-copilot\nagents: [writer]']) {
    const lost = only(agent(key), { dialect: 'copilot-agent' });
    assert.deepEqual([lost.finding.unnecessary, fixesOf(lost).length], [true, 1], key);
  }
});

test('does not require a description of a mode, which users choose', () => {
  const text = '---\ntemperature: 0\n---\nBe quick.\n';
  for (const dialect of ['opencode-mode', 'kilo-mode'])
    assert.deepEqual(diagnose(snapshotOf(text, { dialect })), []);
  assert.equal(only(text, { dialect: 'opencode-agent' }).rule.id, 'useDescription');
});

test('has no fix that removes a key in braces together with the keys on its line', () => {
  const removals = (text: string) =>
    diagnose(snapshotOf(text, { dialect: 'cursor-rule' }))
      .flatMap(diagnostic => fixesOf(diagnostic))
      .map(({ title }) => title)
      .filter(title => title.startsWith('Remove'));
  assert.deepEqual(removals('---\n{"description": "D.", "risk": 1}\n---\nDo it.\n'), []);
  assert.deepEqual(removals('---\ndescription: D.\nrisk: 1\n---\nDo it.\n'), ['Remove `risk`']);
});
