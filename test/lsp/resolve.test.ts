import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerCompletionResolve } from '../../server/src/lsp/requests/completion.ts';
import type { Session } from '../../server/src/lsp/session.ts';

test('an item whose explanation throws is answered as it is, and the cause is logged', async () => {
  const logged: unknown[] = [];
  const fault = new Error('no words');
  const session = {
    log: (error: unknown) => logged.push(error),
    offered: {
      list: 1,
      offers: [
        {
          item: { label: 'model' },
          documentation() {
            throw fault;
          },
        },
      ],
    },
  } as unknown as Session;
  const item = { label: 'model', data: { list: 1, at: 0 } };
  assert.deepEqual(await answerCompletionResolve(session, item), item);
  assert.deepEqual(logged, [fault]);
});
