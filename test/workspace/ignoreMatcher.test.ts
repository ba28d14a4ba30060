import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ignoreMatcher } from '../../server/src/workspace/ignoreMatcher.ts';

const cases: readonly [globs: readonly string[], ignored: readonly string[], others: readonly string[]][] = [
  [[], [], ['a.md', 'vendor/a.md']],
  [['vendor'], ['vendor/a.md', 'vendor/.claude/agents/a.md', 'vendor'], ['vendors/a.md', 'in/vendor/a.md']],
  [['vendor/'], ['vendor/a.md'], ['in/vendor/a.md']],
  [['/vendor', './.claude/'], ['vendor/a.md', '.claude/agents/a.md'], ['in/vendor/a.md']],
  [['**/vendor'], ['vendor/a.md', 'in/vendor/a.md'], ['in/vendors/a.md']],
  [
    ['**/old.md', '*.txt'],
    ['old.md', 'in/.claude/old.md', 'a.txt'],
    ['older.md', 'in/a.txt'],
  ],
  [['vendor/*', '!vendor/ours.md'], ['vendor/a.md'], ['vendor/ours.md', 'a.md']],
  [['!vendor', 'vendor/a.md'], ['vendor/a.md'], ['vendor/b.md', 'a.md']],
  [['agents/!(ours).md'], ['agents/a.md'], ['agents/ours.md', 'a.md']],
];
for (const [globs, ignored, others] of cases) {
  test(`the ignore matcher matches paths against ${globs.join(', ') || 'no globs'}`, () => {
    const ignores = ignoreMatcher(globs);
    assert.deepEqual([...ignored, ...others].filter(ignores), ignored);
  });
}
