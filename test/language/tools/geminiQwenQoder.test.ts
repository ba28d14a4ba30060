import assert from 'node:assert/strict';
import { test } from 'node:test';
import picomatch from 'picomatch';
import * as z from 'zod';
import type { Dialect, VocabularyEntry } from '../../../server/src/language/dialect/dialect.ts';
import type { Field, JsonSchema } from '../../../server/src/language/dialect/field.ts';
import { messageOf } from '../../../server/src/language/loading/issue.ts';
import { geminiAgent } from '../../../server/src/language/tools/geminiCli/agent.ts';
import {
  localFields,
  mcpServerFields,
  remoteFields,
} from '../../../server/src/language/tools/geminiCli/loader/schema.ts';
import { isGeminiToolName } from '../../../server/src/language/tools/geminiCli/loader/toolNames.ts';
import { geminiTools } from '../../../server/src/language/tools/geminiCli/tools.ts';
import { geminiToolForms } from '../../../server/src/language/tools/geminiCli/values.ts';
import { qoderAgent } from '../../../server/src/language/tools/qoder/agent.ts';
import { qoderFields } from '../../../server/src/language/tools/qoder/loader/schema.ts';
import { qwenAgent } from '../../../server/src/language/tools/qwenCode/agent.ts';
import { qwenKeys } from '../../../server/src/language/tools/qwenCode/loader/keyIssues.ts';
import {
  qwenModels,
  qwenServerForm,
  qwenToolForms,
} from '../../../server/src/language/tools/qwenCode/values.ts';
import { load, recordedCases } from '../../support/conformance.ts';

const dialects: readonly (readonly [Dialect, path: string, cases: string])[] = [
  [geminiAgent, '.gemini/agents/x.md', 'geminiCli/agents'],
  [qwenAgent, '.qwen/agents/x.md', 'qwenCode/agents'],
  [qoderAgent, '.qoder/agents/x.md', 'qoder/agents'],
];

function* all(field: Field): Generator<Field> {
  yield field;
  for (const nested of [
    ...field.fields,
    ...(field.entry ? [field.entry] : []),
    ...(field.item ? [field.item] : []),
  ])
    yield* all(nested);
}

const words = (terms: readonly VocabularyEntry[]) =>
  terms.flatMap(({ value, aliases = [] }) => [value, ...aliases]);

/** A snippet with its first choices and defaults filled in. */
function filled(snippet: string): string {
  return snippet
    .replace(/\$\{TM_FILENAME_BASE:([^}]*)\}/g, '$1')
    .replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$\{?\d+\}?/g, '')
    .replace(/\\\$/g, '$');
}

for (const [dialect, path, cases] of dialects) {
  test(`${dialect.id}: every field describes itself, and top-level fields their default and the effect of a wrong value`, () => {
    for (const field of dialect.fields().fields) {
      assert.ok(field.meta.whenWrong, field.name);
      assert.ok(field.required || field.meta.defaultText, field.name);
      for (const each of all(field)) {
        if (each.name !== '') assert.match(each.description, /[.]$/, `${field.name}: ${each.name}`);
        assert.match(each.source.verified, /^\d{4}-\d\d-\d\d$/);
        for (const term of [...each.values, ...each.keys]) assert.match(term.description, /[.]$/, term.value);
      }
    }
    for (const terms of [dialect.tools ?? [], dialect.agents ?? [], dialect.body?.placeholders ?? []]) {
      assert.equal(new Set(words(terms)).size, words(terms).length);
      for (const term of terms) assert.match(term.description, /[.]$/, term.value);
    }
  });

  test(`${dialect.id}: the vocabulary has exactly the values that the schema accepts`, () => {
    const visit = (node: JsonSchema, where: string) => {
      const closed = [node, ...(node.anyOf ?? [])].flatMap(({ enum: several, const: one }) =>
        one === undefined ? (several ?? []) : [one],
      );
      if (closed.length > 0) assert.deepEqual(words(node.values ?? []).sort(), [...closed].sort(), where);
      const nested = [node.items, node.additionalProperties, ...(node.anyOf ?? []), ...(node.oneOf ?? [])];
      for (const [key, value] of Object.entries(node.properties ?? {})) visit(value, `${where}.${key}`);
      for (const one of nested) if (typeof one === 'object' && one.enum === undefined) visit(one, where);
    };
    visit(
      z.toJSONSchema(dialect.schema(), {
        target: 'draft-7',
        io: 'input',
        unrepresentable: 'any',
      }) as JsonSchema,
      dialect.id,
    );
  });

  test(`${dialect.id}: its globs exclude the files that the tool does not read`, () => {
    const matches = picomatch([...dialect.files], { dot: true });
    const folder = `/${path.replace(/x\.md$/, '')}`;
    for (const recorded of recordedCases(cases)) {
      const at = recorded.path.replace(/^~/, '/home/me');
      if (!`/${at}`.includes(folder)) {
        assert.equal(matches(at), false, recorded.id);
        if (recorded.input) assert.equal(recorded.loads, false, recorded.id);
      } else if (recorded.loads) assert.equal(matches(at), true, recorded.id);
    }
  });

  test(`${dialect.id}: a file created from the template loads without issues`, () => {
    const { loads, issues } = load(dialect.loader, filled(dialect.template), path);
    assert.ok(loads);
    assert.deepEqual(issues, []);
  });

  test(`${dialect.id}: suggested values, examples and snippets load without issues`, () => {
    let compared = 0;
    for (const { name, values, meta } of dialect.fields().fields) {
      const remote = ['auth', 'agent_card_url', 'agent_card_json'].includes(name);
      const samples = [
        ...values.filter(({ pattern }) => !pattern).map(({ value }) => ` ${value}`),
        ...(meta.examples ?? []).map(yaml => ` ${yaml}`),
        ...(meta.snippet ? [filled(meta.snippet)] : []),
      ];
      for (const sample of samples) {
        const lines = [
          ...(name === 'name' ? [] : ['name: abc']),
          ...(name === 'description' || remote ? [] : ['description: d']),
          ...(name === 'auth' || (name === 'kind' && sample === ' remote' && dialect === geminiAgent)
            ? ['agent_card_url: https://h/c']
            : []),
          `${name}:${sample}`,
        ];
        const { loads, issues } = load(
          dialect.loader,
          `---\n${lines.join('\n')}\n---\nYou help with things.\n`,
          path,
        );
        assert.ok(loads, `${name}:${sample} ${issues.map(issue => messageOf(issue)).join(' ')}`);
        const mapped = name === 'permissionMode' && /auto|dontAsk/.test(sample);
        if (!mapped)
          assert.deepEqual(
            issues.filter(({ effect }) => effect !== 'noted').map(messageOf),
            [],
            `${name}:${sample}`,
          );
        compared++;
      }
    }
    assert.ok(compared > 25, `${compared}`);
  });
}

test('the fields are those that the loaders know', () => {
  const names = (dialect: Dialect) =>
    dialect
      .fields()
      .fields.map(({ name }) => name)
      .sort();
  const local = [...Object.keys(localFields), ...Object.keys(remoteFields)];
  assert.deepEqual(names(geminiAgent), ['name', 'description', 'kind', 'display_name', ...local].sort());
  assert.deepEqual(names(qwenAgent), [...qwenKeys].sort());
  assert.deepEqual(names(qoderAgent), ['name', 'description', ...Object.keys(qoderFields)].sort());
  const server = geminiAgent.fields().field(['mcp_servers', 'x']);
  assert.deepEqual(server?.fields.map(({ name }) => name).sort(), Object.keys(mcpServerFields).sort());
});

test('the loader of Gemini CLI accepts every tool and every form of a name', () => {
  for (const name of words(geminiTools)) assert.ok(isGeminiToolName(name), name);
  for (const { value, snippet, pattern } of geminiToolForms) {
    const name = filled(snippet ?? value);
    assert.ok(isGeminiToolName(name), value);
    assert.ok(!pattern || new RegExp(pattern).test(name), value);
  }
});

test('the value forms of Qwen Code match their patterns', () => {
  for (const { value, snippet, pattern } of [...qwenModels, ...qwenToolForms, qwenServerForm])
    if (pattern) assert.match(filled(snippet!), new RegExp(pattern), value);
});
