import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { asPageMessage, asPageState, asPanelMessage } from '../../../client/src/preview/messages.ts';

suite('messages between panel and page', () => {
  test('are accepted as sent, without additional properties', () => {
    assert.deepEqual(asPageMessage({ type: 'reveal', line: 3, focus: true, extra: 1 }), {
      type: 'reveal',
      line: 3,
      focus: true,
    });
    assert.deepEqual(asPageMessage({ type: 'open', path: '../docs/a b.md' }), {
      type: 'open',
      path: '../docs/a b.md',
    });
    const fix = { type: 'fix', place: [1, 0, 1, 4], title: 'Remove the key' };
    assert.deepEqual(asPageMessage({ ...fix, edit: {} }), fix);
    const command = { type: 'command', command: 'fixAll' };
    assert.deepEqual(asPageMessage(command), command);
    assert.deepEqual(asPanelMessage({ type: 'scroll', line: 0 }), { type: 'scroll', line: 0 });
    assert.deepEqual(asPanelMessage({ type: 'lock', locked: true }), { type: 'lock', locked: true });
    const state = { uri: 'file:///a', scroll: 12.5, locked: true };
    assert.deepEqual(asPageState(state), state);
    assert.equal(asPageState({ uri: 'file:///a' })?.locked, false);
  });

  for (const message of [
    undefined,
    null,
    'ready',
    [],
    {},
    { type: 'run' },
    { type: 'reveal', line: -1, focus: true },
    { type: 'reveal', line: 1.5, focus: true },
    { type: 'reveal', line: '1', focus: true },
    { type: 'reveal', line: 1 },
    { type: 'open', path: '' },
    { type: 'open', path: '/etc/passwd' },
    { type: 'open', path: 'command:x' },
    { type: 'open', path: 'C:\\x' },
    { type: 'content', html: '<p>' },
    { type: 'fix', place: [1, 0, 1], title: 'x' },
    { type: 'fix', place: [1, 0, 1, '4'], title: 'x' },
    { type: 'fix', place: [1, 0, 1, 4] },
    { type: 'command', command: 'workbench.action.quit' },
    { type: 'command', command: 'constructor' },
    { type: 'scroll', line: Number.NaN },
    { type: 'lock', locked: 'yes' },
  ]) {
    test(`${JSON.stringify(message)} is rejected`, () => {
      assert.equal(asPageMessage(message), undefined);
      assert.equal(asPanelMessage(message), undefined);
      assert.equal(asPageState(message), undefined);
    });
  }
});
