import { test } from 'node:test';
import fc from 'fast-check';
import { readPyYaml } from '../../../server/src/language/loading/yaml/python/readPyYaml.ts';
import {
  plainValue,
  pythonRepr,
  pythonText,
} from '../../../server/src/language/loading/yaml/python/values.ts';

const piece = fc.oneof(
  fc.constantFrom(
    ...'abc01:-?,[]{}#&*!|>\'"%@`<=~ \t\n\\',
    '\r\n',
    '---',
    '...',
    '<<: ',
    '\u2028',
    '\ufeff',
    '\ud800',
  ),
  fc.constantFrom('a: ', '- ', '&x ', '*x', '!!str ', '!!set ', '2024-01-01', '1:30', 'yes', '|\n  ', '\n  '),
  fc.string({ unit: 'binary', maxLength: 3 }),
);
const anyYaml = fc.array(piece, { maxLength: 40 }).map(pieces => pieces.join(''));

test('PyYAML’s readers take any text without throwing', () => {
  fc.assert(
    fc.property(anyYaml, fc.constantFrom('python' as const, 'libyaml' as const), (text, reader) => {
      const reading = readPyYaml(text, reader);
      if ('reason' in reading) return reading.offset >= 0 && reading.offset <= text.length;
      plainValue(reading.value);
      return typeof pythonText(reading.value) === 'string' && typeof pythonRepr(reading.value) === 'string';
    }),
    { numRuns: 20_000 },
  );
});

for (const [what, text] of [
  ['brackets', '['.repeat(50_000)],
  ['braces', '{a: '.repeat(20_000)],
  ['list items', '- '.repeat(50_000)],
  ['keys on one line', '? '.repeat(50_000)],
  ['indented keys', Array.from({ length: 800 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
  ['plain lines', 'a\n'.repeat(60_000)],
  ['possible keys', '[a, b, '.repeat(20_000)],
] as const) {
  test(`PyYAML’s reader takes many ${what} in time`, { timeout: 20_000 }, () => {
    readPyYaml(text);
    readPyYaml(text, 'libyaml');
  });
}
