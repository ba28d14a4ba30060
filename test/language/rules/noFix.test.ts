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

test('a rule in a map of braces is no item of a list, and cannot be taken out like one', () => {
  for (const read of ['{"*.env": deny, "*": allow}', '{"*.env": deny, "*": allow, "*.key": ask}']) {
    const text = `---\ndescription: Reads.\npermission:\n  read: ${read}\n---\nYou read.\n`;
    const found = only(text, { dialect: 'opencode-agent' });
    assert.equal(found.rule.id, 'noShadowedTool');
    assert.deepEqual(fixesOf(found), []);
  }
});

test('a list of agents that holds in the main thread is not taken away', () => {
  const text =
    '---\nname: boss\ndescription: Hands out work.\ntools: Agent(writer, tester)\n---\nYou lead.\n';
  const found = only(text, { dialect: 'claude-subagent' });
  assert.equal(found.rule.id, 'noToolSpecifier');
  assert.deepEqual(fixesOf(found), []);
});

test('a key that another tool reads is neither faded nor to be removed', () => {
  const agent = (key: string) => `---\ndescription: Plans.\n${key}\n---\nYou plan.\n`;
  const read = only(agent('agents: [writer]'), { dialect: 'copilot-agent' });
  assert.deepEqual([read.rule.id, read.finding.unnecessary, fixesOf(read)], ['noIgnoredKey', undefined, []]);
  for (const key of ['sidekick: {}', 'target: github-copilot\nagents: [writer]']) {
    const lost = only(agent(key), { dialect: 'copilot-agent' });
    assert.deepEqual([lost.finding.unnecessary, fixesOf(lost).length], [true, 1], key);
  }
});

test('a mode is for users to choose, and needs no description', () => {
  const text = '---\ntemperature: 0\n---\nBe quick.\n';
  for (const dialect of ['opencode-mode', 'kilo-mode'])
    assert.deepEqual(diagnose(snapshotOf(text, { dialect })), []);
  assert.equal(only(text, { dialect: 'opencode-agent' }).rule.id, 'useDescription');
});
