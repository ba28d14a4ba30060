import assert from 'node:assert/strict';
import { test } from 'node:test';
import { messageOf } from '../../../server/src/language/loading/issue.ts';
import { claudeCodeProjectAgent } from '../../../server/src/language/tools/claudeCode/loader/subagent.ts';
import { geminiAgent } from '../../../server/src/language/tools/geminiCli/loader/gemini.ts';
import { openCodeAgent } from '../../../server/src/language/tools/openCode/loader/openCode.ts';
import { load } from '../../support/conformance.ts';

/** Faults that no tool mends, and what is said of each. */
const errors: Readonly<Record<string, string>> = {
  'description: - Reviews.': 'A list item cannot stand on the line of its key.',
  "description: 'it's fine'": "The value of `description` ends at its second `'`, and text follows.",
  'description: "fine': 'The quotation mark that opens the value of `description` is never closed.',
  'description: "fine\nand more': 'The quotation mark that opens the value of `description` is never closed.',
  'description: "a \\d b"': 'In double quotes `\\d` is no escape.',
  'description:Reviews.': 'A blank is missing behind the colon of `description:`.',
  'description: Reviews.\nand more': 'This line is neither a key with a colon nor part of the value above.',
  'description: Reviews.\n*: x': 'A key cannot begin with `*`.',
  'description: Reviews.\nmetadata\n  x: 1': 'A colon is missing behind `metadata`.',
  'description: |\n    one\n  two':
    'This line belongs to `description` and is indented less than the first line of the block.',
  'description: one\n  two: three': 'This line is indented otherwise than its neighbours.',
};

for (const [lines, sentence] of Object.entries(errors))
  test(`every tool says the same of ${JSON.stringify(lines)}`, () => {
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

test('Claude Code’s mending is told of where other line ends would bring it about, and only there', () => {
  const said = (value: string) =>
    load(
      claudeCodeProjectAgent,
      `---\r\nname: reviewer\r\ndescription: ${value}\r\n---\r\nYou review.\r\n`,
      '.claude/agents/reviewer.md',
    ).issues.map(issue => messageOf(issue).includes('this one has CRLF'));
  assert.deepEqual(said('Use it: always'), [true]);
  assert.deepEqual(said('Use it: always\r\n  and often'), [false]);
});

test('Claude Code is not said to want blanks for a tab, which it mends itself', () => {
  const text = '---\nname: reviewer\n\tx: 1\ndescription: Reviews.\n---\nYou review.\n';
  const [issue] = load(claudeCodeProjectAgent, text, '.claude/agents/reviewer.md').issues;
  assert.match(issue!.problem, /This line is indented otherwise than its neighbours/);
});
