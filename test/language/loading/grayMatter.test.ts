import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readGrayMatter } from '../../../server/src/language/loading/grayMatter.ts';

test('fails on the same invalid text every time, since nothing is cached', () => {
  const text = '---\na: *x\n---\n';
  for (let time = 0; time < 3; time++) assert.equal(readGrayMatter(text).state, 'invalid');
});

test('an error has a place in the text', () => {
  const text = '---\nname: x\ndescription: "a \\d"\n---\n';
  const reading = readGrayMatter(text);
  assert.ok(reading.state === 'invalid');
  assert.equal(reading.error.reason, 'unknown escape sequence');
  assert.equal(text.slice(0, reading.error.offset).split('\n').length, 3);
});

test('reads dates, octal numbers and booleans as js-yaml 3 does', () => {
  const reading = readGrayMatter('---\nday: 2024-01-01\nn: 014\nyes: no\n---\nx');
  assert.deepEqual(reading.state === 'read' && reading.data, {
    day: new Date('2024-01-01T00:00:00Z'),
    n: 12,
    yes: 'no',
  });
});

test('refuses to execute a language and accepts an empty one', () => {
  for (const language of ['js', 'JS', ' javascript ']) {
    assert.equal(readGrayMatter(`---${language}\n(globalThis.wasRun = 1)\n---\n`).state, 'executable');
    assert.equal(readGrayMatter(`---${language}\n---\n`).state, 'read');
  }
  for (const language of ['coffee', 'cson', 'toml', 'constructor', '__proto__'])
    assert.equal(readGrayMatter(`---${language}\na: 1\n---\n`).state, 'invalid');
  assert.equal('wasRun' in globalThis, false);
});

test('returns a result for hostile front matter', { timeout: 60_000 }, () => {
  const hostile = [
    `---\n${'\n'.repeat(500_000)}a: b\n---\n`,
    `---\na: ${'['.repeat(100_000)}\n---\n`,
    `---\n${'- '.repeat(50_000)}\n---\n`,
    `---\n${'x'.repeat(10_000_000)}\n---\n`,
    `---\na0: &a0 [x]\n${Array.from({ length: 40 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i},*a${i},*a${i}]`).join('\n')}\n---\n`,
  ];
  for (const text of hostile) {
    readGrayMatter(text);
  }
});

test('returns places within any text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '---',
      '---js',
      '\n',
      '\r\n',
      '\uFEFF',
      'a: ',
      '- ',
      '*',
      '"',
      "'",
      '{',
      '[',
      '|',
      '#',
      ': ',
      '!!js/function ',
    ),
    fc.string({ maxLength: 4 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), pieces => {
      const text = pieces.join('');
      const reading = readGrayMatter(text);
      if (reading.matter) {
        assert.ok(0 <= reading.matter.start && reading.matter.start <= reading.matter.end);
        assert.ok(reading.matter.end <= text.length);
      }
      if (reading.state === 'invalid')
        assert.ok(0 <= reading.error.offset && reading.error.offset <= text.length);
      if (reading.state === 'read') assert.ok(text.endsWith(reading.content));
    }),
    { numRuns: 2000 },
  );
});
