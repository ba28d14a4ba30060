import assert from 'node:assert/strict';
import { test } from 'node:test';
import { latestOnly } from '../../../client/src/preview/latestOnly.ts';

/** A task whose runs end when the test says so. */
function controlledTask() {
  const ends: (() => void)[] = [];
  const task = () => new Promise<void>(resolve => ends.push(resolve));
  const endRun = async (run: number) => {
    ends[run]!();
    await new Promise(resolve => setImmediate(resolve));
  };
  return { task, endRun, runs: () => ends.length };
}

test('latestOnly runs immediately, and once more for all calls during a run', async () => {
  const { task, endRun, runs } = controlledTask();
  const trigger = latestOnly(task);
  trigger();
  assert.equal(runs(), 1);
  for (let call = 0; call < 10; call++) trigger();
  assert.equal(runs(), 1);
  await endRun(0);
  assert.equal(runs(), 2);
  await endRun(1);
  assert.equal(runs(), 2);
  trigger();
  assert.equal(runs(), 3);
});
