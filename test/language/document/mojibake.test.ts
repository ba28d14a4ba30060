import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { findMojibake } from '../../../server/src/language/document/mojibake.ts';
import { findSuspiciousCharacters } from '../../../server/src/language/document/suspiciousCharacters.ts';
import { sharedPath, sharedTest } from '../../support/shared.ts';

/** What Windows-1252 shows for 0x80 to 0x9F. (Node 20 decodes it as Latin-1, so its TextDecoder is of no use here.) */
const high = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** UTF-8 text as it looks when it is read as Windows-1252. */
function garble(text: string): string {
  return [...new TextEncoder().encode(text)]
    .map(byte => (byte >= 0x80 && byte < 0xa0 ? high[byte - 0x80] : String.fromCharCode(byte)))
    .join('');
}

function repaired(text: string): string {
  return findMojibake(text).reduceRight(
    (result, { range, repaired }) => result.slice(0, range.start) + repaired + result.slice(range.end),
    text,
  );
}

test('garbled text is found and restored', () => {
  for (const text of [
    'the writer’s friend',
    '🎯 aim',
    'a ≤ b → c',
    'café déjà vu',
    'Привет, мир',
    '日本語の文',
    'x — y … z',
    '✅ done ⚠️',
  ]) {
    assert.equal(repaired(garble(text)), text, garble(text));
  }
});

test('text garbled twice is restored', () => {
  assert.equal(repaired(garble(garble('it’s'))), 'it’s');
});

test('legitimate text is not reported as garbled', () => {
  const honest = [
    '“CAFÉ…” and “IRMÔ',
    'naïve façade, voilà…',
    'MENÜ” – GRÖẞE',
    'À « Paris »',
    'SÃO PAULO',
    '10 °C ± 1',
    'Übergrößenträger',
    '日本語',
    '½ of £5',
  ];
  for (const text of honest) assert.deepEqual(findMojibake(text), [], text);
});

test('Latin text that is not garbled stays unchanged', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'abcäöüßéèêàçñøåÄÖÜÉÀ .,!?') });
  fc.assert(fc.property(letters, text => assert.deepEqual(findMojibake(text), [])));
});

sharedTest('sample 000 has 43 runs, 002 one, the others none', () => {
  const counts = [
    '000_c1265796562aeb9c',
    '001_9f570bbd5c113cda',
    '002_3e8ff927851025c6',
    '003_2fbe0aa3aa1740a7',
    '004_0fcc623246be470e',
  ].map(name => findMojibake(readFileSync(sharedPath(`samples/${name}.md`), 'utf8')).length);
  assert.deepEqual(counts, [43, 0, 1, 0, 0]);
});

test('a control character inside a garbled letter is not reported separately', () => {
  const { mojibake, invisible } = findSuspiciousCharacters(`${garble('“so”')} and \u009d`);
  assert.equal(mojibake.length, 2);
  assert.deepEqual(
    invisible.map(({ kind }) => kind),
    ['control'],
  );
});
