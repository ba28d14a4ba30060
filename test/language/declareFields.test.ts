import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readConfigurationFile } from '../../server/src/language/configuration.ts';
import { declareFields } from '../../server/src/language/configurationEdits.ts';
import { applyFix } from '../../server/src/language/features/codeActions.ts';

/** The text of a configuration file after the keys are declared; `undefined` when they cannot be. */
function declared(text: string, ...keys: string[]): string | undefined {
  const changes = declareFields(text, keys);
  return changes && applyFix(text, { changes });
}

const cases: readonly (readonly [what: string, before: string, after: string])[] = [
  ['a new file', '', 'fields:\n  version:\n    type: any\n  x-y:\n    type: any\n'],
  [
    'YAML without fields',
    'rules:\n  noLongBody: off # long\n',
    'rules:\n  noLongBody: off # long\nfields:\n  version:\n    type: any\n  x-y:\n    type: any\n',
  ],
  [
    'YAML without a final line break',
    'ignore: [vendor]',
    'ignore: [vendor]\nfields:\n  version:\n    type: any\n  x-y:\n    type: any\n',
  ],
  [
    'YAML with fields, between other settings',
    '# ours\nfields:\n    team:\n        type: string # who\nignore:\n  - a\n',
    '# ours\nfields:\n    team:\n        type: string # who\n    version:\n      type: any\n    x-y:\n      type: any\nignore:\n  - a\n',
  ],
  [
    'YAML with empty fields',
    'fields:\nignore: []\n',
    'fields:\n  version:\n    type: any\n  x-y:\n    type: any\nignore: []\n',
  ],
  [
    'lines that end in CRLF',
    'fields:\r\n  a: { type: any }\r\n',
    'fields:\r\n  a: { type: any }\r\n  version:\r\n    type: any\r\n  x-y:\r\n    type: any\r\n',
  ],
  [
    'JSON without fields',
    '{\n  "rules": { "noLongBody": "off" }\n}\n',
    '{\n  "rules": { "noLongBody": "off" },\n  "fields": {\n    "version": { "type": "any" },\n    "x-y": { "type": "any" }\n  }\n}\n',
  ],
  [
    'JSON with fields',
    '{\n  "fields": {\n    "team": { "type": "string" }\n  },\n  "ignore": ["a"]\n}\n',
    '{\n  "fields": {\n    "team": { "type": "string" },\n    "version": { "type": "any" },\n    "x-y": { "type": "any" }\n  },\n  "ignore": ["a"]\n}\n',
  ],
  [
    'JSON on one line',
    '{"fields":{"team":{"type":"string"}}}',
    '{"fields":{"team":{"type":"string"}, "version": { "type": "any" }, "x-y": { "type": "any" }}}',
  ],
  [
    'JSON with empty fields',
    '{\n  "fields": {}\n}\n',
    '{\n  "fields": {\n    "version": { "type": "any" },\n    "x-y": { "type": "any" }\n  }\n}\n',
  ],
  [
    'empty JSON',
    '{}\n',
    '{\n  "fields": {\n    "version": { "type": "any" },\n    "x-y": { "type": "any" }\n  }\n}\n',
  ],
];

for (const [what, before, after] of cases)
  test(`custom keys are declared in ${what}, and the rest stays`, () => {
    assert.equal(declared(before, 'version', 'x-y'), after);
    assert.deepEqual(readConfigurationFile(after).errors, []);
  });

test('keys that are declared already are not declared again', () => {
  assert.deepEqual(declareFields('fields:\n  a: { type: any }\n', ['a']), []);
  assert.equal(
    declared('fields:\n  a: { type: any }\n', 'a', 'b'),
    'fields:\n  a: { type: any }\n  b:\n    type: any\n',
  );
});

test('nothing is written into a file that cannot be read, or that has something else there', () => {
  for (const text of ['fields: [a]\n', 'fields: 5\n', '- a\n', 'a: b: c\n', '{ "rules": \n'])
    assert.equal(declared(text, 'version'), undefined, text);
});

test('whatever the keys, the file can be read afterwards and declares them', () => {
  const before = fc.constantFrom(...cases.map(([, text]) => text));
  const key = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter(text => text.trim() !== '');
  fc.assert(
    fc.property(before, fc.array(key, { minLength: 1, maxLength: 3 }), (text, keys) => {
      const after = declared(text, ...keys)!;
      const { configuration, errors } = readConfigurationFile(after);
      assert.deepEqual(errors, [], after);
      for (const each of keys) assert.ok(Object.hasOwn(configuration.fields, each), after);
    }),
  );
});

test('a key named __proto__ is declared like any other', () => {
  const { configuration } = readConfigurationFile('fields:\n  __proto__: { type: string }\n');
  assert.deepEqual(Object.entries(configuration.fields), [
    ['__proto__', { type: 'string', description: '' }],
  ]);
});

test('takes configurations of white space and comments only, in linear time', () => {
  for (const text of [
    '\n'.repeat(20_000),
    '# '.repeat(20_000),
    ' # a\n'.repeat(5000),
    '\uFEFF\n# #\n'.repeat(5000),
  ])
    assert.ok(declareFields(text, ['owner']) !== null);
});
