import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Session } from '../../server/src/lsp/session.ts';
import { warmUpSoon } from '../../server/src/lsp/warmUp.ts';
import { snapshotOf } from '../support/diagnostics.ts';

test('what the first requests need is read once for a dialect, whatever fails on the way', ({ mock }) => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const snapshot = snapshotOf('---\nname: a\ndescription: d\n---\nYou are a.\n');
  let asked = 0;
  const session: Pick<Session, 'warmedUp' | 'snapshotOf'> = {
    warmedUp: new Set(),
    snapshotOf: () => {
      asked++;
      throw new TypeError('failure');
    },
  };
  warmUpSoon(session as Session, snapshot);
  assert.equal(asked, 0);
  for (let turn = 0; turn < 10; turn++) mock.timers.tick(50);
  const steps = asked;
  assert.ok(steps > 1);
  warmUpSoon(session as Session, snapshot);
  for (let turn = 0; turn < 10; turn++) mock.timers.tick(50);
  assert.equal(asked, steps);
});

test('nothing more is read of a document that is closed', ({ mock }) => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const snapshot = snapshotOf('---\nname: a\ndescription: d\n---\nYou are a.\n');
  let asked = 0;
  const session: Pick<Session, 'warmedUp' | 'snapshotOf'> = {
    warmedUp: new Set(),
    snapshotOf: () => {
      asked++;
      return undefined;
    },
  };
  warmUpSoon(session as Session, snapshot);
  for (let turn = 0; turn < 10; turn++) mock.timers.tick(50);
  assert.equal(asked, 1);
});
