import assert from 'node:assert/strict';
import { test } from 'node:test';
import { labelText } from '../../../client/src/status/labelText.ts';

test('labelText escapes icons and links', () => {
  assert.equal(labelText('$(bug) in [here](command:x)'), '\\$(bug) in [here]\u200B(command:x)');
  assert.equal(labelText('tools: [Read] ($5)'), 'tools: [Read] ($5)');
});
