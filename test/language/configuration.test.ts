import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyConfiguration, readConfigurationFile } from '../../server/src/language/configuration.ts';

/** The errors of a configuration as `text: message`. */
function errorsIn(text: string): string[] {
  return readConfigurationFile(text).errors.map(
    ({ range, message }) => `${text.slice(range.start, range.end)}: ${message}`,
  );
}

test('JSON and YAML are read alike', () => {
  const json =
    '{ "rules": { "noMojibake": "off" }, "ignore": ["vendor/**"], "fields": { "team": { "type": "string", "description": "Who keeps it." } } }';
  const yaml =
    'rules:\n  noMojibake: off\nignore:\n  - vendor/**\nfields:\n  team:\n    type: string\n    description: Who keeps it.\n';
  const expected = {
    rules: { noMojibake: 'off' },
    ignore: ['vendor/**'],
    fields: { team: { type: 'string', description: 'Who keeps it.' } },
    associations: {},
    collections: true,
  };
  assert.deepEqual(readConfigurationFile(json), { configuration: expected, errors: [] });
  assert.deepEqual(readConfigurationFile(yaml), { configuration: expected, errors: [] });
});

test('each error is reported at its place, and the rest applies', () => {
  const text = 'rules:\n  noMojibke: off\n  noDeadTool: quiet\n  noMojibake: hint\nignored: []\n';
  assert.deepEqual(errorsIn(text), [
    'noMojibke: There is no rule `noMojibke`. Did you mean `noMojibake`?',
    'quiet: A rule is set to error, warning, information, hint or off.',
    'ignored: There is no setting `ignored`. The settings are `rules`, `ignore`, `fields`, `associations`, `collections`, and `model`.',
  ]);
  assert.deepEqual(readConfigurationFile(text).configuration.rules, { noMojibake: 'hint' });
});

test('a file that is not a configuration has one error', () => {
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

test('associates globs with dialects, and reports unknown dialects and empty globs', () => {
  const text =
    'associations:\n  docs/*.md: claude-subagent\n  x/*.md: claude-subagnet\n  y/*.md: nonsense\n  z/*.md: [a]\n  " ": claude-skill\n';
  assert.deepEqual(readConfigurationFile(text).configuration.associations, {
    'docs/*.md': 'claude-subagent',
  });
  const [near, unknown, list, empty] = errorsIn(text);
  assert.equal(near, 'claude-subagnet: Unknown dialect for `x/*.md`. Did you mean `claude-subagent`?');
  assert.match(unknown!, /^nonsense: Unknown dialect for `y\/\*\.md`\. Valid dialects: .*claude-subagent/);
  assert.match(list!, /^\[a\]: Unknown dialect for `z/);
  assert.equal(empty, '" ": A glob must not be empty.');
  assert.deepEqual(errorsIn('associations: [a]\n'), [
    '[a]: `associations` must be a map of globs to dialect ids.',
  ]);
});

test('a hostile part of a configuration is an error there, and the rest applies', () => {
  const valid = { rules: { noLongBody: 'off' }, ignore: ['vendor'] };
  const hostile: Readonly<Record<string, string>> = {
    'globs that name nothing': `ignore: ["", "/", "!", vendor]`,
    'a glob of 70,000 characters': `ignore: [vendor, "${'a*'.repeat(35_000)}"]`,
    'groups within groups': `ignore: [vendor, "**/+(+(*))b"]`,
    'an item that is not a string': `ignore: [vendor, [x], 1, *a, !x y]`,
    'a merge of a word': `ignore: [vendor]\n<<: x`,
    'a merge in rules': `ignore: [vendor]\nfields:\n  <<: x\n`,
    'rules that contain themselves': `ignore: [vendor]\nfields: &f\n  a: *f\n`,
    'an association without files': `ignore: [vendor]\nassociations: {"/": claude-subagent}`,
    'invalid YAML': `ignore: [vendor]\nfields: a: b`,
  };
  for (const [what, text] of Object.entries(hostile)) {
    const { configuration, errors } = readConfigurationFile(`rules: {noLongBody: off}\n${text}\n`);
    assert.ok(errors.length > 0, what);
    const { rules, ignore } = configuration;
    // An unresolved alias makes the value of its key invalid as a whole.
    if (text.includes('*a,')) assert.deepEqual(rules, valid.rules, what);
    else assert.deepEqual({ rules, ignore }, valid, what);
  }
});
