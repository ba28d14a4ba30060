import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readForTargets, targetNames } from '../../../server/src/language/features/targets.ts';
import { verdictOf } from '../../../server/src/language/features/verdict.ts';
import type { Outcome } from '../../../server/src/language/overview/model.ts';
import { dialects } from '../../../server/src/language/tools/index.ts';
import { snapshotOf } from '../../support/diagnostics.ts';
import { sharedPath, sharedTest } from '../../support/shared.ts';

const agent = '---\nname: writer\ndescription: Writes.\n---\nYou write.\n';

test('every target is a tool with a dialect, and is listed once', () => {
  const names = targetNames();
  for (const name of ['claude', 'kilo', 'opencode']) assert.ok(names.includes(name), name);
  assert.deepEqual(names, [...new Set(names)].sort());
});

test('a file is read as if it lay in the folder of the other tool', () => {
  const [reading] = readForTargets(snapshotOf(agent, { path: '.claude/agents/team/writer.md' }), [
    'opencode',
  ]);
  assert.equal(reading!.target, 'opencode');
  assert.equal(reading!.snapshot.path, '.opencode/agents/writer.md');
  assert.equal(reading!.snapshot.dialect.id, 'opencode-agent');
  assert.equal(reading!.snapshot.load.name, 'writer');
});

test('the kind of the file determines its dialect in the other tool', () => {
  const command = snapshotOf('---\ndescription: Says hello.\n---\nHello.\n', {
    path: '.opencode/commands/hello.md',
  });
  const ids = readForTargets(command, ['kilo']).map(({ snapshot }) => snapshot.dialect.id);
  assert.deepEqual(ids, ['kilo-command']);
});

test('the tool of the file, repeated names and unknown names are left out', () => {
  const readings = readForTargets(snapshotOf(agent), ['claude', 'kilo', 'kilo', 'nonsense']);
  assert.deepEqual(
    readings.map(({ target }) => target),
    ['kilo'],
  );
});

test('a tool without files of the same kind reports nothing', () => {
  for (const { id, defines, target, files } of dialects) {
    if (files.length === 0 || defines === undefined) continue;
    const snapshot = snapshotOf(agent, { dialect: id });
    for (const other of targetNames()) {
      const readings = readForTargets(snapshot, [other]);
      const has = dialects.some(
        one =>
          one.defines === defines &&
          (one.target === other || one.hosts?.some(host => host.target === other) === true),
      );
      assert.ok(readings.length === 0 || (has && other !== target), `${id} for ${other}`);
    }
  }
});

test('a skill is read by the loader of each tool that reads skills', () => {
  const verdicts = (text: string, path: string) =>
    readForTargets(snapshotOf(text, { path }), ['codex', 'opencode', 'copilot-cli', 'gemini']).map(
      ({ target, snapshot }) => `${target} ${snapshot.loader.tool} ${snapshot.load.loads}`,
    );
  const skill = '---\nname: pdf\ndescription: Use it: when asked.\n---\nRead it.\n';
  const expected = [
    'codex Codex true',
    'opencode OpenCode true',
    'copilot-cli Copilot CLI false',
    'gemini Gemini CLI true',
  ];
  assert.deepEqual(verdicts(skill, '.claude/skills/pdf/SKILL.md'), expected);
  assert.deepEqual(verdicts(skill, '.agents/skills/pdf/SKILL.md'), expected);
  const [name] = readForTargets(
    snapshotOf('---\ndescription: d\n---\n', { path: '.agents/skills/pdf/SKILL.md' }),
    ['codex'],
  );
  assert.equal(name!.snapshot.load.name, 'pdf');
});

test('a file that is not an agent for its own tool is not checked for others', () => {
  const readme = snapshotOf('# Agents\n\nSome words.\n', { path: '.claude/agents/README.md' });
  assert.equal(readme.load.ignored, true);
  assert.deepEqual(readForTargets(readme, targetNames()), []);
});

test('custom keys of the project are not reported where the other tool only ignores them', () => {
  const text = '---\ndescription: Writes.\nteam: docs\nname: writer\n---\nYou write.\n';
  const issues = (fields: Parameters<typeof readForTargets>[2]) =>
    readForTargets(snapshotOf(text, { path: '.opencode/agents/writer.md' }), ['claude'], fields)
      .flatMap(({ snapshot }) => snapshot.load.issues)
      .map(({ code }) => code);
  assert.deepEqual(issues({}), ['key.unknown']);
  assert.deepEqual(issues({ team: { type: 'string', description: 'Whose it is.' } }), []);
});

/**
 * What the tools made of the five samples when it was recorded, in their order: `no` not loaded, `app` nothing loads
 * because of it, `fails` loaded with a model that cannot be found, `warns` with something ignored, `yes` loaded,
 * repaired or not.
 */
const table: Readonly<Record<string, readonly string[]>> = {
  opencode: ['crashes', 'fails', 'fails', 'crashes', 'crashes'],
  kilo: ['no', 'yes', 'yes', 'no', 'no'],
  'copilot-cli': ['warns', 'yes', 'no', 'yes', 'warns'],
  gemini: ['no', 'yes', 'no', 'no', 'no'],
  qwen: ['yes', 'yes', 'yes', 'yes', 'yes'],
  qoder: ['yes', 'yes', 'yes', 'yes', 'yes'],
  kimi: ['yes', 'yes', 'no', 'yes', 'yes'],
  continue: ['yes', 'yes', 'no', 'yes', 'yes'],
};

const samples = (): string[] =>
  readdirSync(sharedPath('samples'))
    .sort()
    .map(file => readFileSync(sharedPath(`samples/${file}`), 'utf8'));

for (const [target, recorded] of Object.entries(table)) {
  if (!targetNames().includes(target)) continue;
  sharedTest(`the samples, which are Claude Code's, are to ${target} what was recorded`, () => {
    const readings = samples().map(text => readForTargets(snapshotOf(text), [target])[0]!);
    assert.deepEqual(
      readings.map(({ snapshot }, index) => {
        const { outcome } = verdictOf(snapshot);
        const isApp = snapshot.load.issues.some(({ effect }) => effect === 'crashes');
        const said: Partial<Record<Outcome, string>> = { rejected: isApp ? 'crashes' : 'no', fails: 'fails' };
        return said[outcome] ?? (recorded[index] === 'warns' && outcome === 'changed' ? 'warns' : 'yes');
      }),
      recorded,
    );
  });
}
