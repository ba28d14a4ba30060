import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { AgentDocument } from '../../../server/src/language/document/agentDocument.ts';
import { contextAt } from '../../../server/src/language/document/context.ts';

/** Pieces that front matters are made of, whole and broken. */
const piece = fc.oneof(
  fc.constantFrom(
    ...[
      '---',
      '\n',
      '\r\n',
      '\r',
      '  ',
      '\t',
      '- ',
      '-',
      ': ',
      ':',
      ', ',
      '[',
      ']',
      '{',
      '}',
      '"',
      "'",
      '\\',
      '|',
      '>-',
    ],
    ...[
      '# ',
      ' #',
      '&a ',
      '*a',
      '!x ',
      '<<: *a',
      'tools: ',
      'hooks:\n  ',
      'name: a\n',
      'Agent(',
      ')',
      '🤖',
      '漢',
      '\0',
      '\uFEFF',
    ],
  ),
  fc.string({ maxLength: 4 }),
);
const yamlish = fc.array(piece, { maxLength: 40 }).map(pieces => pieces.join(''));

test('any offset in any text has a context whose range contains the cursor', () => {
  fc.assert(
    fc.property(yamlish, fc.boolean(), fc.nat(), (content, isDelimited, at) => {
      const text = isDelimited ? `---\n${content}\n---\n` : content;
      const offset = at % (text.length + 1);
      const context = contextAt(AgentDocument.of(text, 'file:///x.md'), offset, () => 'commaOrSpace');
      if (!('range' in context)) return;
      assert.ok(0 <= context.range.start && context.range.end <= text.length, 'inside the text');
      assert.ok(context.range.start <= offset && offset <= context.range.end, 'around the cursor');
    }),
    { numRuns: 3_000 },
  );
});

// A scan that took more than linear time would not come to an end within this limit, on any machine.
test('the cursor context handles hostile nesting, length and numbers', { timeout: 120_000 }, () => {
  const hostile = [
    `tools: ${'['.repeat(200_000)}`,
    `tools: ${'{a: '.repeat(100_000)}`,
    `${'- '.repeat(100_000)}x`,
    Array.from({ length: 20_000 }, (_, at) => `key${at}: value`).join('\n'),
    Array.from({ length: 20_000 }, () => `- "unclosed`).join('\n'),
    Array.from({ length: 20_000 }, () => 'a: [unclosed').join('\n'),
    Array.from({ length: 400 }, (_, at) => `${' '.repeat(at)}k:`).join('\n'),
    `tools: ${'Read, '.repeat(100_000)}`,
    `tools: ${'('.repeat(300_000)}`,
    `description: ${'"\\'.repeat(200_000)}`,
    `${' '.repeat(500_000)}a`,
  ];
  for (const content of hostile) {
    const document = AgentDocument.of('', 'file:///x.md');
    const text = `---\n${content}\n---\n`;
    const whole = { start: 0, end: 0 };
    const close = { start: text.length - 4, end: text.length - 1 };
    const frontMatter = {
      state: 'closed',
      leading: whole,
      open: { start: 0, end: 3 },
      content: { start: 4, end: close.start },
      close,
      body: whole,
    } as const;
    // Only the context is timed, so the split is given and the tree left out.
    const raw = Object.create(document, { text: { value: text }, frontMatter: { value: frontMatter } });
    for (const offset of [5, text.length >> 1, text.length - 6]) contextAt(raw, offset, () => 'comma');
  }
});
