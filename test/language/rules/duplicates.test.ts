import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '../../../server/src/language/features/diagnostics.ts';
import { snapshotOf } from '../../support/diagnostics.ts';

/** A file, another one with the same name, and what the tool was observed to do with both. */
const cases: readonly [path: string, other: string, says: RegExp][] = [
  [
    '.claude/agents/a.md',
    '.claude/agents/b.md',
    /Claude Code keeps the file whose path comes last in code point order/,
  ],
  [
    '.github/agents/a.agent.md',
    '.github/agents/b.agent.md',
    /Copilot CLI lists each of them .*`--agent` uses the first/,
  ],
  ['.opencode/agents/a.md', '.opencode/agents/b.md', /OpenCode keeps the one that it reads last/],
  ['.gemini/agents/a.md', '.gemini/agents/b.md', /Gemini CLI keeps the first one that it reads/],
];

for (const [path, other, says] of cases) {
  test(`says what the tool does with a duplicate of ${path}`, () => {
    const text = '---\nname: same\ndescription: Writes.\n---\nYou write.\n';
    const [found, ...more] = diagnose(snapshotOf(text, { path, others: { [other]: text } }));
    assert.deepEqual([found?.rule.id, more], ['noDuplicateName', []]);
    assert.match(found!.message, says);
  });
}
