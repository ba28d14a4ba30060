import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as z from 'zod';
import type { Dialect, Source, VocabularyEntry } from '../../../server/src/language/dialect/dialect.ts';
import type { Field, JsonSchema } from '../../../server/src/language/dialect/field.ts';
import { fieldsOf } from '../../../server/src/language/dialect/fieldTable.ts';
import { globsOfKinds } from '../../../server/src/language/dialect/glob.ts';
import {
  agentFileGlobs,
  dialectById,
  dialectForPath,
  pluginFileGlobs,
  pluginManifests,
  pluginsOfManifest,
} from '../../../server/src/language/fileKinds.ts';
import { dialects } from '../../../server/src/language/tools/index.ts';
import { load } from '../../support/conformance.ts';

const paths: [path: string, dialect: string | undefined][] = [
  ['/home/me/project/.claude/agents/x.md', 'claude-subagent'],
  ['.claude/agents/x.md', 'claude-subagent'],
  ['/home/me/.claude/agents/team/review/x.md', 'claude-subagent'],
  ['/project/packages/web/.claude/agents/x.md', 'claude-subagent'],
  ['/project/.claude/agents/.hidden/.x.md', 'claude-subagent'],
  ['/project/.claude/agents/node_modules/x/readme.md', 'claude-subagent'],
  ['C:\\work\\project\\.claude\\agents\\x.md', 'claude-subagent'],
  ['/c:/work/project/.claude/agents/team/x.md', 'claude-subagent'],
  ['\\\\server\\share\\.claude\\agents\\x.md', 'claude-subagent'],
  ['/project/.claude/agents/name with (spaces) [and] brackets.md', 'claude-subagent'],
  ['/project/.claude/agents/x.MD', undefined],
  ['/project/.claude/Agents/x.md', undefined],
  ['/project/.claude/agents/x.mdc', undefined],
  ['/project/.claude/agents.md', undefined],
  ['/project/my.claude/agents/x.md', undefined],
  ['/project/agents/x.md', undefined],
  ['/project/.agents/x.md', undefined],
  ['/project/README.md', undefined],
  ['/project/.claude/skills/deploy/SKILL.md', 'claude-skill'],
  ['/project/.claude/skills/deploy/reference.md', undefined],
  ['/project/.claude/skills/deploy/skill.md', 'claude-skill'],
  ['/project/.claude/skills/web/deploy/SKILL.md', 'claude-skill'],
  ['/project/.claude/skills/deploy.md', 'claude-skill'],
  ['/project/skills/deploy/SKILL.md', 'agent-skill'],
  ['/project/.claude/commands/git/commit.md', 'claude-command'],
  ['/project/commands/commit.md', undefined],
  ['/project/.claude/output-styles/terse.md', 'claude-output-style'],
  ['/project/.claude/rules/web/style.md', 'claude-rule'],
  ['/project/CLAUDE.md', 'claude-memory'],
  ['/project/.claude/CLAUDE.md', 'claude-memory'],
  ['/project/web/CLAUDE.local.md', 'claude-memory'],
  ['/project/AGENTS.md', 'claude-memory'],
  ['/project/claude.md', undefined],
  ['/project/.claude/agents/CLAUDE.md', 'claude-subagent'],
  ['/project/.cursor/agents/x.md', 'cursor-agent'],
  ['/project/.cursor/agents/team/x.md', undefined],
  ['/project/.cursor/rules/web/x.mdc', 'cursor-rule'],
  ['/project/.cursor/rules/x.md', undefined],
  ['/project/.cursor/commands/x.md', 'cursor-command'],
  ['/project/.factory/droids/x.md', 'factory-droid'],
  ['/project/.factory/commands/x.md', 'factory-command'],
  ['/project/.kiro/agents/team/x.md', 'kiro-agent'],
  ['/project/.kiro/steering/x.md', 'kiro-steering'],
  ['/home/me/.claude-mpm/agents/x.md', 'claude-mpm-agent'],
  ['/project/.junie/agents/x.md', 'junie-agent'],
  ['/project/.augment/agents/x.md', 'augment-agent'],
  ['/home/me/.config/goose/agents/x.md', 'goose-agent'],
  ['/project/.openhands/agents/x.md', 'openhands-agent'],
  ['/project/.trae/agents/x.md', 'trae-agent'],
  ['/project/.codebuddy/agents/team/x.md', 'codebuddy-agent'],
  ['/project/.letta/agents/x.md', 'letta-agent'],
  ['/project/.devin/agents/x/AGENT.md', 'devin-agent'],
  ['/project/.agents/agents/x.md', 'shared-agent'],
  ['/project/.agents/agents/x/agent.md', 'antigravity-agent'],
  ['/home/me/.gemini/config/agents/x.md', 'antigravity-agent'],
  ['', undefined],
];

for (const [path, id] of paths) {
  test(`${path || 'an empty path'} is ${id ?? 'not an agent file'}`, () => {
    assert.equal(dialectForPath(path)?.id, id);
  });
}

const plugin = { folder: '/project/plug/', manifest: '.claude-plugin/plugin.json' };
const skillPlugin = { ...plugin, folder: '/project/.claude/skills/kit/' };
const inPlugins: [path: string, dialect: string | undefined][] = [
  ['/project/plug/agents/team/x.md', 'claude-plugin-agent'],
  ['/project/plug/skills/deploy/SKILL.md', 'claude-skill'],
  ['/project/plug/commands/git/commit.md', 'claude-command'],
  ['/project/plug/output-styles/terse.md', 'claude-output-style'],
  ['/project/plug/.claude/agents/x.md', 'claude-subagent'],
  ['/project/plug/docs/agents/x.md', undefined],
  ['/project/plug/README.md', undefined],
  ['/project/plugin/agents/x.md', undefined],
  ['/project/agents/x.md', undefined],
  ['/project/.claude/skills/kit/agents/x.md', 'claude-plugin-agent'],
  ['/project/.claude/skills/kit/SKILL.md', 'claude-skill'],
];

for (const [path, id] of inPlugins) {
  test(`next to plugins, ${path} is ${id ?? 'not an agent file'}`, () => {
    assert.equal(dialectForPath(path, [plugin, skillPlugin])?.id, id);
  });
}

test('uses the innermost plugin of a file', () => {
  const outer = { ...plugin, folder: '/project/' };
  const path = '/project/agents/plug/skills/x/SKILL.md';
  const inner = { ...plugin, folder: '/project/agents/plug/' };
  assert.equal(dialectForPath(path, [outer])?.id, 'claude-plugin-agent');
  assert.equal(dialectForPath(path, [inner, outer])?.id, 'claude-skill');
});

test('a manifest makes its folder a plugin', () => {
  assert.ok(pluginManifests().includes(plugin.manifest));
  assert.deepEqual(pluginsOfManifest('/project/plug/.claude-plugin/plugin.json'), [plugin]);
  assert.deepEqual(pluginsOfManifest('/project/plug/plugin.json'), []);
  assert.ok(pluginFileGlobs().includes('agents/**/*.md'));
});

test('searches for files of the same kind in any folder', () => {
  const globs = ['**/.claude/agents/**/*.md', '**/CLAUDE.md', '**/.cursor/rules/**/*.mdc', '**/*.agent.md'];
  assert.deepEqual(globsOfKinds(globs), ['**/*.md', '**/*.mdc']);
  // These globs do not determine the kind.
  const vague = ['**/prompts/**', '**/x.{md,txt}', '**/.agentfilesrc'];
  assert.deepEqual(globsOfKinds(vague), vague);
});

test('finds every dialect by its unique ID', () => {
  for (const dialect of dialects) assert.equal(dialectById(dialect.id), dialect);
  assert.equal(dialectById('nonsense'), undefined);
});

test('lists every glob once', () => {
  const globs = agentFileGlobs();
  assert.ok(globs.includes('**/.claude/agents/**/*.md'));
  assert.equal(new Set(globs).size, globs.length);
});

/** Every field of a dialect that has a name, nested ones included, with its path. */
function* named(field: Field, path = ''): Generator<[path: string, field: Field]> {
  const here = [path, field.name].filter(Boolean).join('.');
  if (field.name !== '') yield [here, field];
  for (const nested of field.fields) yield* named(nested, here);
  for (const nested of [field.item, field.entry]) if (nested) yield* named(nested, `${here}[]`);
}

function fieldsIn(dialect: Dialect): [path: string, field: Field][] {
  return fieldsOf(dialect).fields.flatMap(field => [...named(field)]);
}

/** Instructions such as CLAUDE.md have no front matter and no fields. */
function hasFields({ template }: Dialect): boolean {
  return template.startsWith('---\n') || template.startsWith('{') || isToml(template);
}

function isToml(template: string): boolean {
  return /^\w+ = /.test(template);
}

/** The top-level keys of a template. */
function keysIn({ template }: Dialect): string[] {
  if (template.startsWith('{')) return Object.keys(JSON.parse(filledIn(template)));
  const lines = isToml(template) ? template : (/^---\n([\s\S]*?)\n---\n/.exec(template)?.[1] ?? '');
  return lines.split('\n').flatMap(line => /^([\w-]+)(?::| =)/.exec(line)?.[1] ?? []);
}

for (const dialect of dialects) {
  test(`${dialect.id}: every field has a description and a dated source`, () => {
    const fields = fieldsIn(dialect);
    assert.equal(fields.length > 0, hasFields(dialect));
    for (const [path, field] of fields) {
      assert.match(field.description, /[.]$/, path);
      checkSource(field.source, path);
    }
    checkSource(dialect.source, dialect.id);
    assert.match(dialect.documentation, /^https:\/\//);
  });

  test(`${dialect.id}: the values for completion are those that the schema accepts`, () => {
    const schema = z.toJSONSchema(dialect.schema(), {
      target: 'draft-7',
      io: 'input',
      unrepresentable: 'any',
    });
    let compared = 0;
    const visit = (node: JsonSchema, path: string) => {
      const words = [node, ...(node.anyOf ?? [])].flatMap(({ enum: closed, const: word }) =>
        word === undefined ? (closed ?? []) : [word],
      );
      if (words.length > 0) {
        compared++;
        assert.deepEqual(allWords(node.values ?? []).sort(), [...words].sort(), path);
      }
      const nested = [node.items, node.additionalProperties, ...(node.anyOf ?? []), ...(node.oneOf ?? [])];
      for (const [key, value] of Object.entries(node.properties ?? {})) visit(value, `${path}.${key}`);
      for (const one of nested) if (typeof one === 'object' && one.enum === undefined) visit(one, path);
    };
    visit(schema as JsonSchema, '');
    assert.ok(compared > 0 || !fieldsIn(dialect).some(([, { closed }]) => closed));
  });

  test(`${dialect.id}: vocabulary entries are distinct and have descriptions`, () => {
    const lists = fieldsIn(dialect).flatMap(([path, { values, keys }]) => [
      { path, terms: values },
      { path, terms: keys },
    ]);
    for (const { path, terms } of [...lists, { path: 'tools', terms: dialect.tools ?? [] }]) {
      const words = allWords(terms);
      assert.equal(new Set(words).size, words.length, path);
      for (const term of terms) assert.match(term.description, /[.]$/, `${path}: ${term.value}`);
    }
  });

  test(`${dialect.id}: snippets start with a space or a line break`, () => {
    for (const [path, { meta }] of fieldsIn(dialect)) {
      if (meta.snippet !== undefined) assert.match(meta.snippet, /^( \S|\n {2}\S)/, path);
    }
  });

  test(`${dialect.id}: the template has the required keys and no unknown ones`, () => {
    const keys = keysIn(dialect);
    const { fields, field } = fieldsOf(dialect);
    for (const { name, required } of fields) if (required) assert.ok(keys.includes(name), name);
    for (const key of keys) assert.ok(field([key]), key);
  });

  test(`${dialect.id}: a file from the template loads without issues`, () => {
    const path = (dialect.files[0] ?? dialect.inPlugins?.files[0] ?? 'agents/*.md')
      .replaceAll('**/', '')
      .replaceAll('*', 'my-agent');
    const result = load(dialect.loader, filledIn(dialect.template), path);
    assert.equal(result.loads, true);
    assert.deepEqual(result.issues, []);
  });
}

/** The text that a snippet leaves when none of its placeholders are edited. */
function filledIn(snippet: string): string {
  return snippet
    .replace(/\$\{TM_FILENAME_BASE:([^}]*)\}/g, '$1')
    .replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/(?<!\\)\$\d+/g, '')
    .replace(/\\([$}\\])/g, '$1');
}

function allWords(terms: readonly VocabularyEntry[]): string[] {
  return terms.flatMap(({ value, aliases = [] }) => [value, ...aliases]);
}

function checkSource({ title, verified, evidence, url }: Source, path: string): void {
  assert.ok(title.length > 5, path);
  assert.match(verified, /^20\d\d-\d\d-\d\d$/, path);
  assert.ok(['measured', 'documentation', 'secondHand'].includes(evidence), path);
  if (url !== undefined) assert.match(url, /^https:\/\//, path);
}
