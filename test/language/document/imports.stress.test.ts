import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { codeRangesOf } from '../../../server/src/language/document/codeRanges.ts';
import { importedPaths, importsIn, resolveImport } from '../../../server/src/language/document/imports.ts';

const whole = (text: string) => ({ start: 0, end: text.length });

/** The imports of a text: evident ones as they are, others with a question mark. */
function shown(text: string): string[] {
  return importsIn(text, whole(text)).map(({ range, path, isEvident }) => {
    assert.equal(text.slice(range.start, range.end).replaceAll('\\ ', ' '), `@${path}`);
    return `${path}${isEvident ? '' : '?'}`;
  });
}

const table: [text: string, ...imports: string[]][] = [
  ['@docs/style.md', 'docs/style.md'],
  ['See @README.md, @../x.md. And (@y.md)', 'README.md,', '../x.md.'],
  ['- @a.md\n  - @b.md\n    - @c.md', 'a.md', 'b.md', 'c.md'],
  ['See @my\\ notes.md now', 'my notes.md'],
  ['@package.json @./tsconfig.json @src/data.json', 'package.json', './tsconfig.json', 'src/data.json?'],
  ['@~/.claude/mine.md @/etc/x.md', '~/.claude/mine.md', '/etc/x.md'],
  ['@a.md#section **@b.md** and _@c.md_.', 'a.md', 'b.md', 'c.md'],
  ['@alice, @angular/core @types/node@20 @font-face', 'alice,?', 'angular/core?', 'font-face?'],
  ['me@example.md, x@y.md'],
  ['`@a.md` and ``x `@b.md` ``, but @c.md', 'c.md'],
  ['```\n@a.md\n```\n@b.md', 'b.md'],
  ['~~~md\n@a.md\n```\n@b.md\n~~~\n@c.md', 'c.md'],
  ['````\n```\n@a.md\n````\n@b.md', 'b.md'],
  ['```\n@a.md'],
  ['<!-- @a.md\n@b.md -->\n@c.md', 'c.md'],
  ['text\n\n    @a.md\n\t@b.md\n   @c.md', 'c.md'],
  ['one ` alone\n\nand @a.md ` here', 'a.md'],
  ['one `span\nover @a.md lines` and @b.md', 'b.md'],
  ['@ a.md @@b.md @.', '.?'],
];

for (const [text, ...expected] of table)
  test(JSON.stringify(text), () => assert.deepEqual(shown(text), expected));

test('an import path is resolved from the folder of its file, inside the file system', () => {
  assert.equal(resolveImport('docs/x.md', '/p/CLAUDE.md'), '/p/docs/x.md');
  assert.equal(resolveImport('./x.md', '/p/a/CLAUDE.md'), '/p/a/x.md');
  assert.equal(resolveImport('../x.md', '/p/a/CLAUDE.md'), '/p/x.md');
  assert.equal(resolveImport('../../../x.md', '/p/a/CLAUDE.md'), undefined);
  assert.equal(resolveImport('/q/./x.md', '/p/CLAUDE.md'), '/q/x.md');
  for (const path of ['~/x.md', 'C:/x.md', 'docs/'])
    assert.equal(resolveImport(path, '/p/CLAUDE.md'), undefined, path);
  const text = '@a.md @./a.md @~/b.md @c';
  assert.deepEqual(importedPaths(text, whole(text), '/p/CLAUDE.md'), ['/p/a.md', '/p/c']);
});

test('imports and code ranges of any text are in order', () => {
  const pieces = [
    '@a.md',
    ' ',
    '\n',
    '\n\n',
    '`',
    '``',
    '```',
    '~~~',
    '<!--',
    '-->',
    '    ',
    '\\ ',
    '- ',
    'x',
  ];
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom(...pieces)).map(parts => parts.join('')),
  );
  fc.assert(
    fc.property(text, source => {
      const found = importsIn(source, whole(source));
      const code = codeRangesOf(source, whole(source));
      let last = 0;
      for (const { range } of found) {
        assert.ok(last <= range.start && range.start < range.end && range.end <= source.length);
        assert.ok(!code.has(range.start));
        last = range.end;
      }
    }),
    { numRuns: 1000 },
  );
});

test('finding imports takes linear time in long and hostile texts', () => {
  const started = Date.now();
  for (const piece of [' @x', '`', '` ``', '\n```', '<!--', '\n\n`', '@a.md\n', ' @.', ' @)))))', '- - '])
    importsIn(` @a.md ${piece.repeat(1_000_000 / piece.length)}`, { start: 0, end: 2_000_000 });
  importsIn(` @${')'.repeat(1_000_000)}x`, { start: 0, end: 1_000_003 });
  assert.ok(Date.now() - started < 10_000, `${Date.now() - started} ms`);
});
