import assert from 'node:assert/strict';
import { test } from 'node:test';
import { handleCompletionResolve } from '../../server/src/lsp/requests/completion.ts';
import type { Session } from '../../server/src/lsp/session.ts';

test('a completion item whose documentation throws is returned unchanged, and the error is logged', async () => {
  const logged: unknown[] = [];
  const error = new Error('no words');
  const session = {
    log: (error: unknown) => logged.push(error),
    lastCompletions: {
      list: 1,
      candidates: [
        {
          item: { label: 'model' },
          documentation() {
            throw error;
          },
        },
      ],
    },
  } as unknown as Session;
  const item = { label: 'model', data: { list: 1, at: 0 } };
  assert.deepEqual(await handleCompletionResolve(session, item), item);
  assert.deepEqual(logged, [error]);
});
