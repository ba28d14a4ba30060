import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyFix } from '../../../server/src/language/features/codeActions.ts';
import { fixAll } from '../../../server/src/language/features/fixAll.ts';
import type { LoaderInput } from '../../../server/src/language/loading/loader.ts';
import { snapshotOf } from '../../support/diagnostics.ts';

/** The text after fix-all, and how often the tool's loader was asked for it. */
function fixed(text: string): { readonly text: string; readonly asked: number } {
  const snapshot = snapshotOf(text);
  const { loader } = snapshot.dialect;
  let asked = 0;
  const load = (input: LoaderInput) => {
    asked++;
    return loader.load(input);
  };
  const watched = { ...snapshot, dialect: { ...snapshot.dialect, loader: { ...loader, load } } };
  return { text: applyFix(text, { changes: fixAll(watched) }), asked };
}

test('fix-all does not ask the tool about fixes that the author decides', () => {
  const unknown = Array.from({ length: 40 }, (_, at) => `key${at}: value\n`).join('');
  const text = `---\nname: x\ndescription: Reviews code.\n${unknown}---\nYou review.\n`;
  assert.deepEqual(fixed(text), { text, asked: 0 });
});
