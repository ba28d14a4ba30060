import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OtherGlobs } from '../../../client/src/collections/otherGlobs.ts';

/** What an editor keeps for a workspace. */
function memento() {
  const values = new Map<string, unknown>();
  return {
    keys: () => [...values.keys()],
    get: (key: string, otherwise?: unknown) => values.get(key) ?? otherwise,
    update: async (key: string, value: unknown) => void values.set(key, value),
  } as ConstructorParameters<typeof OtherGlobs>[0];
}

test('what is found once is selected from the next start on, and new only once', () => {
  const state = memento();
  const globs = new OtherGlobs(state);
  assert.deepEqual(globs.current, []);
  assert.equal(globs.remember(['**/a/*.md']), true);
  assert.equal(globs.remember(['**/a/*.md', '**/b/*.md']), true);
  // After a restart the server finds one folder after the other again.
  assert.equal(globs.remember(['**/a/*.md']), false);
  assert.equal(globs.remember(['**/a/*.md', '**/b/*.md']), false);
  assert.deepEqual(globs.current, ['**/a/*.md', '**/b/*.md']);
  assert.deepEqual(new OtherGlobs(state).current, ['**/a/*.md', '**/b/*.md']);
});

test('what is not found any more is forgotten at the next start', () => {
  const state = memento();
  const globs = new OtherGlobs(state);
  globs.remember(['**/a/*.md']);
  globs.remember([]);
  assert.deepEqual(globs.current, ['**/a/*.md']);
  assert.deepEqual(new OtherGlobs(state).current, []);
});
