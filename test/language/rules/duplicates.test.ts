import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '../../../server/src/language/features/diagnostics.ts';
import { snapshotOf } from '../../support/diagnostics.ts';

/** A file, another of its name, and what the tool was seen to do with the two. */
const cases: readonly [path: string, other: string, says: RegExp][] = [
  ['.claude/agents/a.md', '.claude/agents/b.md', /Claude Code keeps one of them .* not documented/],
  ['.github/agents/a.agent.md', '.github/agents/b.agent.md', /Copilot CLI offers each of them .*`--agent`/],
  ['.opencode/agents/a.md', '.opencode/agents/b.md', /OpenCode keeps the one that it reads last/],
  ['.gemini/agents/a.md', '.gemini/agents/b.md', /Gemini CLI keeps the one that it reads first/],
];

for (const [path, other, says] of cases) {
  test(`two files of one name: ${path}`, () => {
    const text = '---\nname: same\ndescription: Writes.\n---\nYou write.\n';
    const [found, ...more] = diagnose(snapshotOf(text, { path, others: { [other]: text } }));
    assert.deepEqual([found?.rule.id, more], ['noDuplicateName', []]);
    assert.match(found!.message, says);
  });
}
