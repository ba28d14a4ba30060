import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import { configurationSchema } from '../../server/src/docs/configurationSchema.ts';
import { readConfigurationFile } from '../../server/src/language/configuration.ts';
import { rules } from '../../server/src/language/rules/index.ts';
import { project, run } from '../support/cli.ts';

const schemaFile = 'schemas/agentfilesrc.schema.json';
const agent = (name: string) => `---\nname: ${name}\ndescription: D.\nowner: me\nrisk: low\n---\nYou.\n`;

test('init writes a valid configuration with the keys that several files have', async () => {
  const cwd = project({
    '.claude/agents/a.md': agent('a'),
    '.claude/agents/b.md': agent('b').replace('risk: low\n', ''),
  });
  const { code, out } = await run(cwd, ['init']);
  assert.deepEqual(
    [code, out],
    [
      0,
      'Written: .agentfilesrc, with the custom keys that were found. To check the project, run: agent-files check\n',
    ],
  );
  const text = readFileSync(join(cwd, '.agentfilesrc'), 'utf8');
  const { configuration, errors } = readConfigurationFile(text);
  assert.deepEqual(errors, []);
  assert.deepEqual(Object.keys(configuration.fields), ['owner']);
  assert.match(text, /^# yaml-language-server: \$schema=https:\/\/\S+\/agentfilesrc\.schema\.json\n/);
  const checked = await run(cwd, ['check', '--level', 'hint']);
  assert.match(checked.out, /Unknown key `risk`/);
  assert.doesNotMatch(checked.out, /owner/);
});

test('init names the schema of the installed package, and never replaces a file', async () => {
  const cwd = project();
  mkdirSync(join(cwd, 'node_modules/agent-files/schemas'), { recursive: true });
  writeFileSync(join(cwd, 'node_modules/agent-files', schemaFile), '{}');
  assert.equal((await run(cwd, ['init'])).code, 0);
  const text = readFileSync(join(cwd, '.agentfilesrc'), 'utf8');
  assert.match(text, /\$schema=\.\/node_modules\/agent-files\/schemas\/agentfilesrc\.schema\.json\n/);
  const again = await run(cwd, ['init']);
  assert.deepEqual([again.code, again.err], [2, 'There is a .agentfilesrc in this folder already.\n']);
  assert.equal(readFileSync(join(cwd, '.agentfilesrc'), 'utf8'), text);
});

test(`${schemaFile} is what \`npm run docs\` would write`, () => {
  assert.ok(existsSync(schemaFile));
  const committed = readFileSync(schemaFile, 'utf8').replaceAll('\r\n', '\n');
  assert.ok(committed === configurationSchema(), `${schemaFile} is stale: run \`npm run docs\`.`);
});

test('the schema accepts the configurations that are read without errors, and no others', () => {
  const isValid = new Ajv({ allowUnionTypes: true }).compile(JSON.parse(configurationSchema()));
  const samples: readonly unknown[] = [
    {},
    { $schema: 'x', rules: { useName: 'off' }, ignore: ['**/x', '!y'], collections: false },
    { rules: null, ignore: null, fields: null, associations: null, collections: null },
    { rules: Object.fromEntries(rules.map(({ id }) => [id, 'hint'])) },
    { fields: { owner: { type: 'string', description: 'Who' }, other: {} } },
    { associations: { 'x/*.md': 'claude-subagent' } },
    [],
    { rulez: {} },
    { rules: { noSuchRule: 'off' } },
    { rules: { useName: 'warn' } },
    { rules: [] },
    { ignore: 'x' },
    { ignore: [1] },
    { fields: { owner: { type: 'text' } } },
    { fields: { owner: { kind: 'string' } } },
    { fields: { owner: 'string' } },
    { associations: { 'x/*.md': 'claude' } },
    { associations: { ' ': 'claude-subagent' } },
    { collections: 'yes' },
  ];
  let valid = 0;
  for (const sample of samples) {
    const { errors } = readConfigurationFile(JSON.stringify(sample));
    assert.equal(isValid(sample), errors.length === 0, JSON.stringify(sample));
    if (errors.length === 0) valid++;
  }
  assert.equal(valid, 6);
});
