import assert from 'node:assert/strict';
import { test } from 'node:test';
import { messageOf } from '../../../server/src/language/loading/issue.ts';
import { claudeCodeProjectAgent } from '../../../server/src/language/tools/claudeCode/loader/subagent.ts';
import { geminiAgent } from '../../../server/src/language/tools/geminiCli/loader/gemini.ts';
import { openCodeAgent } from '../../../server/src/language/tools/openCode/loader/openCode.ts';
import { load } from '../../support/conformance.ts';

/** Errors that no tool repairs, and the problem that is reported for each. */
const errors: Readonly<Record<string, string>> = {
  'description: - Reviews.': 'List item on the same line as its key.',
  "description: 'it's fine'": "Text after the closing `'` of the value.",
  'description: "fine': 'Quotation mark is never closed.',
  'description: "fine\nand more': 'Quotation mark is never closed.',
  'description: "a \\d b"': '`\\d` is not an escape sequence in double quotes.',
  'description:Reviews.': 'No space after the colon of `description:`.',
  'description: Reviews.\nand more': 'Line is neither a key with a colon nor part of the value above.',
  'description: Reviews.\n*: x': 'Unquoted key starts with `*`.',
  'description: Reviews.\nmetadata\n  x: 1': 'No colon after `metadata`.',
  'description: |\n    one\n  two': 'Line is indented less than the first line of its block.',
  'description: one\n  two: three': 'Line is indented differently than its neighbors.',
};

for (const [lines, sentence] of Object.entries(errors))
  test(`every tool reports the same problem for ${JSON.stringify(lines)}`, () => {
    const text = `---\nname: reviewer\n${lines}\n---\nYou review.\n`;
    for (const [loader, path] of [
      [claudeCodeProjectAgent, '.claude/agents/reviewer.md'],
      [geminiAgent, '.gemini/agents/reviewer.md'],
      [openCodeAgent, '.opencode/agents/reviewer.md'],
    ] as const) {
      const messages = load(loader, text, path).issues.map(issue => messageOf(issue));
      assert.ok(
        messages.some(message => message.includes(sentence)),
        `${loader.tool}: ${messages.join('\n')}`,
      );
    }
  });

test('mentions CRLF only where other line endings would let Claude Code repair the value', () => {
  const said = (value: string) =>
    load(
      claudeCodeProjectAgent,
      `---\r\nname: reviewer\r\ndescription: ${value}\r\n---\r\nYou review.\r\n`,
      '.claude/agents/reviewer.md',
    ).issues.map(issue => messageOf(issue).includes('this one has CRLF'));
  assert.deepEqual(said('Use it: always'), [true]);
  assert.deepEqual(said('Use it: always\r\n  and often'), [false]);
});

test('does not ask for spaces instead of a tab that Claude Code repairs itself', () => {
  const text = '---\nname: reviewer\n\tx: 1\ndescription: Reviews.\n---\nYou review.\n';
  const [issue] = load(claudeCodeProjectAgent, text, '.claude/agents/reviewer.md').issues;
  assert.match(issue!.problem, /^Line is indented differently than its neighbors$/);
});
