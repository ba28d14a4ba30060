import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readConfigurationFile } from '../../server/src/language/configuration.ts';
import { turnOff } from '../../server/src/language/configurationEdits.ts';

const files = [
  '',
  '{}',
  '{\n  "ignore": ["old"]\n}\n',
  '{ "rules": {}, "ignore": ["old"] }',
  '{\n  "rules": {\n    "noMojibake": "hint"\n  }\n}\n',
  '{ "rules": { "useKnownTool": "error" } }',
  'ignore:\n  - old\n',
  'ignore: [old]',
  'rules:\n  noMojibake: hint\nignore:\n  - old\n',
  'rules:\n  useKnownTool: error\n',
  'rules:\nignore: [old]\n',
];

for (const text of files) {
  test(`a rule is turned off, and nothing else changes, in ${JSON.stringify(text)}`, () => {
    const { range, newText } = turnOff(text, 'useKnownTool')!;
    const after = text.slice(0, range.start) + newText + text.slice(range.end);
    const before = readConfigurationFile(text).configuration;
    const { configuration, errors } = readConfigurationFile(after);
    assert.deepEqual(errors, [], after);
    assert.deepEqual(configuration, {
      ...before,
      rules: { ...before.rules, useKnownTool: 'off' },
    });
  });
}

test('a configuration file that cannot be read is left alone', () => {
  assert.equal(turnOff('{ "rules": ', 'useKnownTool'), undefined);
  assert.equal(turnOff('- a\n', 'useKnownTool'), undefined);
});
