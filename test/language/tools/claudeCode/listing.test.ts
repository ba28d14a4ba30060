import assert from 'node:assert/strict';
import { test } from 'node:test';
import { columnsOf } from '../../../../server/src/language/tools/claudeCode/listing/columns.ts';
import { listSkills } from '../../../../server/src/language/tools/claudeCode/listing/listing.ts';

const columns: readonly (readonly [text: string, columns: number])[] = [
  ['plain', 5],
  ['über – Ω ж', 10],
  ['漢字', 4],
  ['한', 2],
  ['ᄒᄒ', 4],
  ['हि', 2],
  ['e\u0301', 1],
  ['ก็', 1],
  ['😀', 2],
  ['👨‍👩‍👧!', 3],
  ['❤️ ❤', 4],
  ['1️⃣', 2],
  ['🇩🇪', 2],
  ['🇩', 2],
  ['a\nb\u200B', 2],
  ['\uD83D', 0],
];

for (const [text, expected] of columns)
  test(`${JSON.stringify(text)} takes ${expected} columns`, () => assert.equal(columnsOf(text), expected));

test('a listing of 2,000 skills takes less than 50 ms of a processor', () => {
  const entries = Array.from({ length: 2000 }, (_, at) => ({
    path: `k${at}`,
    id: `k${at}`,
    name: `k${at}`,
    description: at % 5 === 0 ? 'Überprüft Änderungen – kurz. '.repeat(12) : 'Reviews changes. '.repeat(24),
    kind: 'skill' as const,
    scope: 'project' as const,
  }));
  const times = Array.from({ length: 10 }, () => {
    const start = process.cpuUsage();
    listSkills(entries, { model: 'claude-sonnet-4-5' });
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  assert.ok(Math.min(...times) < 50, `${times.map(Math.round).join(', ')} ms`);
});
