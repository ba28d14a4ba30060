import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import { dialectSchemas, jsonDialects } from '../server/src/docs/dialectSchemas.ts';
import { rules } from '../server/src/language/rules/index.ts';
import { recordedCases } from './support/conformance.ts';

const schemas = dialectSchemas();

/** Whether a text of a dialect is what a schema accepts; `undefined` for text that is not JSON. */
function accepts(path: string, text: string): boolean | undefined {
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(JSON.parse(schemas.get(path)!));
  try {
    return validate(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

for (const [path, text] of schemas)
  test(`${path} is what \`npm run docs\` would write, and has an id of its own`, () => {
    assert.ok(existsSync(path), `${path} is missing: run \`npm run docs\`.`);
    const committed = readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
    assert.ok(committed === text, `${path} is stale: run \`npm run docs\`.`);
    assert.ok(JSON.parse(text).$id.endsWith(path));
  });

for (const { id } of jsonDialects()) {
  const strict = `schemas/${id}.schema.json`;
  const valid = rules.flatMap(({ examples }) => examples.valid.filter(({ dialect }) => dialect === id));
  test(`${strict} accepts the valid examples of the rules`, () => {
    for (const { text } of valid) assert.equal(accepts(strict, text), true, text);
  });
}

const wrong: readonly [dialect: string, text: string][] = [
  ['claude-settings', '{"permissions": []}'],
  ['claude-settings', '{"permissions": {"defaultMode": "never"}}'],
  ['claude-settings', '{"hooks": {"Stop": {}}}'],
  ['claude-settings', '{"skillListingBudgetFraction": 2}'],
  ['claude-plugin-hooks', '{"hooks": {"Stop": [{"hooks": [{"type": "shell"}]}]}}'],
  ['claude-mcp', '{"mcpServers": {"a": {}}}'],
  ['claude-mcp', '{"servers": {}}'],
  ['claude-plugin-manifest', '{"name": "kit", "agents": "./agents"}'],
];

for (const [dialect, text] of wrong)
  test(`the schema of ${dialect} rejects ${text}, and the one for completion accepts it`, () => {
    assert.equal(accepts(`schemas/${dialect}.schema.json`, text), false);
    assert.equal(accepts(`schemas/completion/${dialect}.schema.json`, text), true);
  });

test('the schemas for completion accept all that was recorded: what is wrong is said by the server alone', () => {
  for (const [recording, dialect] of [
    ['claudeCode/settings', 'claude-settings'],
    ['claudeCode/pluginHooks', 'claude-plugin-hooks'],
    ['claudeCode/mcp', 'claude-mcp'],
    ['claudeCode/manifests', 'claude-plugin-manifest'],
    ['claudeCode/marketplaces', 'claude-marketplace'],
  ] as const)
    for (const { id, input } of recordedCases(recording))
      assert.notEqual(
        accepts(`schemas/completion/${dialect}.schema.json`, input),
        false,
        `${recording} ${id}`,
      );
});

test('every schema that package.json names for editors is there', () => {
  const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
  for (const { url, fileMatch } of contributes.jsonValidation) {
    assert.ok(schemas.has(url.replace('./', '')), url);
    assert.ok(fileMatch.length > 0);
  }
});
