import assert from 'node:assert/strict';
import { test } from 'node:test';
import { verdictOf } from '../../../server/src/language/features/verdict.ts';
import { snapshotOf } from '../../support/diagnostics.ts';

test('the verdict of a file with many unknown keys takes time that grows with their number', () => {
  const keys = Array.from({ length: 16_000 }, (_, at) => `key${at}: value`).join('\n');
  const snapshot = snapshotOf(`---\nname: writer\ndescription: Writes.\n${keys}\n---\nYou write.\n`);
  const before = process.cpuUsage();
  assert.equal(verdictOf(snapshot).ignoredKeys.length, 16_000);
  const { user } = process.cpuUsage(before);
  // It took more than ten seconds.
  assert.ok(user < 2_000_000, `${user / 1000} ms`);
});
