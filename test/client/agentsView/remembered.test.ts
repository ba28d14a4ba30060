import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Remembered } from '../../../client/src/agentsView/remembered.ts';

/** Requests that are answered by hand. */
function requests() {
  const answers: { resolve: (value: string) => void; reject: (error: Error) => void }[] = [];
  const received: string[] = [];
  const remembered = new Remembered<string>(
    () => new Promise((resolve, reject) => answers.push({ resolve, reject })),
    result => received.push(result),
  );
  return { answers, received, remembered };
}

test('a result is requested once, however often it is needed', async () => {
  const { answers, received, remembered } = requests();
  const both = Promise.all([remembered.get(), remembered.get()]);
  answers[0]!.resolve('a');
  assert.deepEqual(await both, ['a', 'a']);
  assert.equal(await remembered.get(), 'a');
  assert.equal(remembered.known, 'a');
  assert.deepEqual([answers.length, received], [1, ['a']]);
});

test('a result that comes after it was forgotten does not count', async () => {
  const { answers, received, remembered } = requests();
  const old = remembered.get();
  remembered.forget();
  const current = remembered.get();
  answers[0]!.resolve('old');
  assert.equal(await old, 'old');
  assert.equal(remembered.known, undefined);
  answers[1]!.resolve('new');
  assert.equal(await current, 'new');
  assert.deepEqual([remembered.known, received], ['new', ['new']]);
});

test('a request that failed is repeated when the result is needed again', async () => {
  const { answers, remembered } = requests();
  const failed = remembered.get();
  answers[0]!.reject(new Error('gone'));
  await assert.rejects(failed, /gone/);
  const again = remembered.get();
  answers[1]!.resolve('a');
  assert.equal(await again, 'a');
});
