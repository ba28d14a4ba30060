import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyConfiguration, readConfigurationFile } from '../../server/src/language/configuration.ts';

/** The faults of a configuration as `text at fault: message`. */
function errorsIn(text: string): string[] {
  return readConfigurationFile(text).errors.map(
    ({ range, message }) => `${text.slice(range.start, range.end)}: ${message}`,
  );
}

test('JSON and YAML say the same', () => {
  const json =
    '{ "rules": { "noMojibake": "off" }, "ignore": ["vendor/**"], "fields": { "team": { "type": "string", "description": "Who keeps it." } } }';
  const yaml =
    'rules:\n  noMojibake: off\nignore:\n  - vendor/**\nfields:\n  team:\n    type: string\n    description: Who keeps it.\n';
  const expected = {
    rules: { noMojibake: 'off' },
    ignore: ['vendor/**'],
    fields: { team: { type: 'string', description: 'Who keeps it.' } },
  };
  assert.deepEqual(readConfigurationFile(json), { configuration: expected, errors: [] });
  assert.deepEqual(readConfigurationFile(yaml), { configuration: expected, errors: [] });
});

test('each fault is told at its place, and the rest holds', () => {
  const text = 'rules:\n  noMojibke: off\n  noDeadTool: quiet\n  noMojibake: hint\nignored: []\n';
  assert.deepEqual(errorsIn(text), [
    'noMojibke: There is no rule `noMojibke`. Did you mean `noMojibake`?',
    'quiet: A rule is set to error, warning, information, hint or off.',
    'ignored: There is no setting `ignored`. The settings are `rules`, `ignore` and `fields`.',
  ]);
  assert.deepEqual(readConfigurationFile(text).configuration.rules, { noMojibake: 'hint' });
});

test('what is no configuration at all is one fault', () => {
  for (const text of [
    '- a\n',
    '{ "rules": ',
    'rules: [\n',
    'just words\n',
    'rules: 5\n',
    'fields: [a]\n',
    'ignore: yes\n',
  ]) {
    assert.equal(errorsIn(text).length, 1, text);
  }
  for (const text of ['', '# rules:\n', 'rules:\n  # noMojibake: off\nignore:\nfields:\n'])
    assert.deepEqual(readConfigurationFile(text), { configuration: emptyConfiguration, errors: [] }, text);
});
