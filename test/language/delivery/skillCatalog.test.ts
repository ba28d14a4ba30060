import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listedIn } from '../../../server/src/language/delivery/listedIn.ts';
import { SkillCatalog } from '../../../server/src/language/delivery/skillCatalog.ts';
import { offsetInValue } from '../../../server/src/language/document/valueOffset.ts';
import { snapshotOf } from '../../support/diagnostics.ts';

test('the listing of 2,000 skills is made anew in less than 50 ms of a processor after an edit', () => {
  const catalog = new SkillCatalog();
  const take = (at: number, words: number) => {
    const text = `---\ndescription: ${'Reviews changes. '.repeat(words)}\n---\nDo it.\n`;
    return snapshotOf(text, { path: `.claude/skills/k${at}/SKILL.md` });
  };
  for (let at = 0; at < 2000; at++) {
    const snapshot = take(at, 24);
    catalog.set(snapshot.document.uri, listedIn(snapshot));
  }
  for (const { listing, folder } of [...catalog.folders()]) catalog.setFiles(listing, folder, []);
  const uris = catalog.uris;
  const times = Array.from({ length: 10 }, (_, round) => {
    const edited = take(7, round + 1);
    const start = process.cpuUsage();
    assert.ok(catalog.set(edited.document.uri, listedIn(edited)));
    const lost = uris.filter(uri => catalog.of(uri).some(({ entry }) => entry.isOverBudget));
    const { user, system } = process.cpuUsage(start);
    assert.ok(lost.length > 1900);
    return (user + system) / 1000;
  });
  assert.ok(Math.min(...times) < 50, `${times.map(Math.round).join(', ')} ms`);
});

for (const [written, at, rest] of [
  ['Reads invoices. Use when asked.', 16, 'Use when asked.'],
  ['"Reads invoices. Use when asked."', 16, 'Use when asked."'],
  ['>-\n  Reads\n  invoices.\n  Use when asked.', 16, 'Use when asked.'],
  ['|\n  Reads invoices.\n\n  Use when asked.\n', 17, 'Use when asked.\n'],
] as const)
  test(`the place of a cut is found in ${JSON.stringify(written)}`, () => {
    const { document } = snapshotOf(`---\ndescription: ${written}\n---\nDo it.\n`);
    const entry = document.entry('description')!;
    const found = offsetInValue(document, entry, at)!;
    assert.equal(document.text.slice(found, found + rest.length), rest);
  });
