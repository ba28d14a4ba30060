import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { renderPreview } from '../../../server/src/language/preview/index.ts';
import { checkHarmless } from '../../support/harmless.ts';
import { parseHtml, select, textOf } from '../../support/htmlTree.ts';
import { preview, sampleSnapshot } from './sampleSnapshot.ts';

const agent = (frontMatter: string, body = 'Prompt.') =>
  `---\nname: a\ndescription: d\n${frontMatter}\n---\n${body}\n`;

test('renders no markup that any text contains, wherever it stands', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...'< > " \' & # * _ ` ~ | - + ! [ ] ( ) { } \\ / : = \n \t <a <!-- --> &#60; ]( ](javascript: <script> </p> ``` ~~~ |-| <example> </example> <commentary> user: \u202E \0 \uD800'.split(
        ' ',
      ),
      ' ',
      '\n\n',
      '\r\n',
      '    ',
      '- ',
      '> ',
    ),
    fc.string({ maxLength: 6 }),
  );
  const anyText = fc.array(piece, { maxLength: 40 }).map(pieces => pieces.join(''));
  fc.assert(
    fc.property(anyText, anyText, anyText, (body, value, key) => {
      const source = `---\n${key}\n---\n${body}`;
      const snapshot = sampleSnapshot(source, {
        name: value,
        description: value,
        model: value,
        tools: [value],
        fields: { color: value, [key]: value },
        issues: [
          {
            code: 'key.unknown',
            effect: 'ignored',
            field: key,
            problem: value,
            range: { start: 0, end: 3 },
          },
        ],
      });
      const problems = [{ severity: 'warning' as const, message: value, range: { start: 0, end: 3 } }];
      checkHarmless(parseHtml(renderPreview(snapshot, problems, `file:///${value}`).html));
      checkHarmless(parseHtml(renderPreview(undefined, [], `file:///${value}`).html));
    }),
    { numRuns: 500 },
  );
});

test('cuts ten megabytes of text, and says so', () => {
  const root = preview(agent('', 'word '.repeat(2_000_000)));
  assert.match(
    textOf(root),
    /The preview ends here\. The text goes on: it has 10,000,001 characters in all\./,
  );
  assert.ok(textOf(root).length < 300_000);
});

test('cuts a hundred thousand lines', () => {
  const root = preview(agent('', '# a\n'.repeat(100_000)));
  assert.equal(select(root, 'h3').length, 5_000);
});

for (const [name, body] of Object.entries({
  quotes: '>'.repeat(50_000),
  lists: Array.from({ length: 2000 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n'),
  brackets: '['.repeat(100_000),
  emphasis: '*_'.repeat(100_000),
  'examples in examples': '<example>\n'.repeat(20_000),
})) {
  test(`renders deeply nested ${name}`, { timeout: 60_000 }, () => {
    checkHarmless(preview(agent('', body)));
  });
}
