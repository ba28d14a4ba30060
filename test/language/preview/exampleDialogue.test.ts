import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type DescriptionPart, splitExamples } from '../../../server/src/language/preview/exampleDialogue.ts';

/** One line a turn, `speaker: text`; prose as it is; `--` before each example. */
function shape(parts: readonly DescriptionPart[]): string {
  return parts
    .map(part =>
      part.kind === 'prose'
        ? part.text
        : ['--', ...part.turns.map(turn => `${turn.speaker}: ${turn.text}`)].join('\n'),
    )
    .join('\n');
}

function checkExamples(description: string, expected: string): void {
  assert.equal(shape(splitExamples(description)), expected);
}

suite('splitExamples', () => {
  test('reads an example as a dialogue', () => {
    checkExamples(
      'Use me.\n\n<example>\nContext: A task.\nuser: "Do it"\nassistant: "Done"\n<commentary>\nBecause.\n</commentary>\n</example>\n\nAnd more.',
      'Use me.\n--\ncontext: A task.\nuser: Do it\nassistant: Done\ncommentary: Because.\nAnd more.',
    );
  });

  test('reads an example that stands on one line', () => {
    checkExamples(
      `<example>Context: A task. user: 'It's mine' assistant: "Yes" <commentary>Why: user: "no"</commentary></example>`,
      '--\ncontext: A task.\nuser: It\'s mine\nassistant: Yes\ncommentary: Why: user: "no"',
    );
  });

  test('keeps a lone tag apart from what is said', () => {
    checkExamples(
      '<example>\nuser: "Go"\nassistant: "Going"\n<agent launches reviewer>\n</example>',
      '--\nuser: Go\nassistant: Going\ntext: <agent launches reviewer>',
    );
  });

  test('takes speakers in bold and in capitals', () => {
    checkExamples(
      '<example>\n**User**: Hi\n**Assistant:** Ho\nHuman: Hm\n</example>',
      '--\nuser: Hi\nassistant: Ho\nuser: Hm',
    );
  });

  test('ends an unclosed example at the next one', () => {
    checkExamples('<example>user: "a"\n<example>user: "b"', '--\nuser: a\n--\nuser: b');
  });

  test('leaves a description without examples alone', () => {
    checkExamples(
      'Note: the user: "x" is quoted.\n\nassistant: y',
      'Note: the user: "x" is quoted.\n\nassistant: y',
    );
  });

  test('strips quotation marks only around a whole utterance', () => {
    checkExamples('<example>\nuser: "a" and "b"\n</example>', '--\nuser: "a" and "b"');
  });
});
