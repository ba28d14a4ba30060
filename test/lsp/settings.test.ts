import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultSettings, readSettings } from '../../server/src/lsp/settings.ts';

/** The settings read from a value, and the ids of the settings that were complained of. */
function read(value: unknown): [settings: ReturnType<typeof readSettings>, complaints: string[]] {
  const complaints: string[] = [];
  const settings = readSettings(value, message => complaints.push(message));
  return [settings, complaints];
}

test('valid settings are read', () => {
  const value = {
    rules: { noMojibake: 'off' },
    targets: ['opencode', 'claude'],
    associations: { 'docs/*.md': 'claude-subagent' },
    collections: false,
    codeLens: false,
    respectGitignore: false,
    model: 'claude-sonnet-4-5',
  };
  assert.deepEqual(read(value), [value, []]);
});

test('invalid settings are reported and left out, and the others apply', () => {
  const [settings, complaints] = read({
    rules: { nonsense: 'off', noMojibake: 'loud' },
    targets: ['nonsense', 5, 'kilo'],
    associations: { 'a/*.md': 'nonsense', ' ': 'kilo-agent', 'b/*.md': null, 'c/*.md': 'kilo-agent' },
    collections: 'no',
    model: 5,
  });
  assert.deepEqual(settings, {
    rules: {},
    targets: ['kilo'],
    associations: { 'c/*.md': 'kilo-agent' },
    collections: true,
    codeLens: true,
    respectGitignore: true,
  });
  assert.deepEqual(
    complaints.map(line => line.split(':')[0]),
    [
      'agentFiles.rules',
      'agentFiles.rules',
      'agentFiles.targets',
      'agentFiles.targets',
      'agentFiles.associations',
      'agentFiles.associations',
      'agentFiles.associations',
      'agentFiles.collections',
      'agentFiles.model',
    ],
  );
  assert.match(complaints[4]!, /unknown dialect "nonsense" for "a\/\*\.md".*claude-subagent/);
});

test('settings of a wrong type are ignored', () => {
  for (const value of [null, undefined, 5, 'x', [], { rules: [], targets: {}, associations: [] }])
    assert.deepEqual(read(value), [defaultSettings, []]);
});
