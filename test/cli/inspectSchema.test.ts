import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import { inspectSchema } from '../../server/src/docs/inspectSchema.ts';
import { project, run } from '../support/cli.ts';

const schemaFile = 'schemas/inspect.schema.json';

test(`${schemaFile} is what \`npm run docs\` would write`, () => {
  const committed = readFileSync(schemaFile, 'utf8').replaceAll('\r\n', '\n');
  assert.ok(committed === inspectSchema(), `${schemaFile} is stale: run \`npm run docs\`.`);
});

test('the output of inspect has the keys that its schema describes', async () => {
  const cwd = project({
    '.claude/agents/a.md': '---\nname: a\ndescription: D.\ntools: Read, Grpe\nskills: x\n---\nYou.\n',
    '.claude/skills/x/SKILL.md': '---\nname: x\ndescription: D.\nargument-hint: "[n]"\n---\nDo $1.\n',
    '.claude/commands/c.md': '---\ndescription: D.\ndisable-model-invocation: true\n---\nDo it.\n',
    '.claude/rules/r.md': '---\npaths: ["src/**"]\n---\nValidate.\n',
    '.claude/output-styles/o.md': '---\nname: O\nkeep-coding-instructions: true\n---\nBe short.\n',
    '.claude-plugin/plugin.json': '{"name": "kit", "version": 1}',
    'agents/p.md': '---\nname: p\ndescription: D.\n---\nYou.\n',
    'CLAUDE.md': 'See @docs/style.md\n',
    'docs/style.md': '# Style\n',
    'src/a.ts': '',
    '.opencode/agents/b.md': '---\ntools: {write: maybe}\n---\nYou.\n',
    '.github/agents/r.agent.md': '---\ndescription: D.\ntools: [read]\n---\nYou.\n',
    '.gemini/agents/g.md': '---\nname: [\n---\nYou.\n',
  });
  const { out } = await run(cwd, ['inspect', '--format', 'json']);
  const output: { files: readonly Record<string, unknown>[] } = JSON.parse(out);
  const { files } = output;
  const isValid = new Ajv({ allowUnionTypes: true }).compile(JSON.parse(inspectSchema()));
  assert.ok(isValid(JSON.parse(out)), JSON.stringify(isValid.errors, null, 2));
  const seen = new Set<string>(files.flatMap(file => Object.keys(file)));
  const described = Object.keys(JSON.parse(inspectSchema()).definitions.file.properties);
  assert.deepEqual([...seen].sort(), described.sort());
  const style = files.find(({ dialect }) => dialect === 'claude-output-style');
  assert.equal(style?.keepsCodingInstructions, true);
});
