import assert from 'node:assert/strict';
import { test } from 'node:test';
import picomatch from 'picomatch';
import type { Dialect } from '../../../../server/src/language/dialect/dialect.ts';
import type { Field } from '../../../../server/src/language/dialect/field.ts';
import { kiloAgent, kiloMode } from '../../../../server/src/language/tools/kilo/agent.ts';
import { kiloCommand, kiloWorkflow } from '../../../../server/src/language/tools/kilo/command.ts';
import { openCodeAgent } from '../../../../server/src/language/tools/openCode/agent.ts';
import { openCodeCommand } from '../../../../server/src/language/tools/openCode/command.ts';
import { agentKeys, commandKeys } from '../../../../server/src/language/tools/openCode/loader/agentShape.ts';
import { openCodeMode } from '../../../../server/src/language/tools/openCode/mode.ts';
import { load } from '../../../support/conformance.ts';

const dialects: readonly (readonly [Dialect, string])[] = [
  [openCodeAgent, '.opencode/agents/x.md'],
  [openCodeMode, '.opencode/modes/x.md'],
  [openCodeCommand, '.opencode/commands/x.md'],
  [kiloAgent, '.kilo/agents/x.md'],
  [kiloMode, '.kilocode/mode/x.md'],
  [kiloCommand, '.kilo/command/x.md'],
  [kiloWorkflow, '.kilocode/workflows/x.md'],
];

function* all(field: Field): Generator<Field> {
  yield field;
  for (const nested of field.fields) yield* all(nested);
}

/** A snippet with its first choices and defaults filled in. */
function filled(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$\{?\d+\}?/g, '');
}

for (const [dialect, path] of dialects) {
  test(`${dialect.id}: describes every field: its effect, its default, a wrong value and the date of verification`, () => {
    for (const field of dialect.fields().fields.flatMap(each => [...all(each)])) {
      assert.match(field.description, /[.]$/, field.name);
      assert.ok(field.meta.defaultText && field.meta.whenWrong, field.name);
      assert.match(field.source.verified, /^\d{4}-\d\d-\d\d$/);
      for (const entry of [...field.values, ...field.keys])
        assert.match(entry.description, /[.]$/, entry.value);
    }
  });

  test(`${dialect.id}: matches the same paths by globs and by loader`, () => {
    const matches = picomatch([...dialect.files], { dot: true });
    const folder = path.replace(/\/[^/]*$/, '');
    for (const each of [path, `${folder}/a/b.md`, `${folder}/x.MD`, `${folder}/.x.md`, 'x.md', `a/${path}`])
      assert.equal(load(dialect.loader, 'x', each).loads, matches(each), each);
  });

  test(`${dialect.id}: loads its template without issues`, () => {
    const { loads, issues } = load(dialect.loader, filled(dialect.template), path);
    assert.ok(loads);
    assert.deepEqual(
      issues.map(({ code }) => code),
      [],
    );
  });

  test(`${dialect.id}: accepts every completion item and example`, () => {
    for (const field of dialect.fields().fields.filter(({ meta }) => !meta.hidden && !meta.deprecation)) {
      const samples = [
        ...field.values.map(({ value }) => ` ${value}`),
        ...(field.meta.examples ?? []).map(yaml => ` ${yaml}`),
      ];
      if (field.meta.snippet) samples.push(filled(field.meta.snippet));
      for (const sample of samples) {
        const text = `---\n${field.name === 'description' ? '' : 'description: d\n'}${field.name}:${sample}\n---\nx\n`;
        const errors = load(dialect.loader, text, path).issues.filter(({ effect }) => effect !== 'noted');
        assert.deepEqual(
          errors.map(({ code }) => code),
          [],
          `${field.name}:${sample}`,
        );
      }
    }
  });
}

test('declares the fields that the loaders know, and two provider options', () => {
  const names = (dialect: Dialect) => dialect.fields().fields.map(({ name }) => name);
  assert.deepEqual(names(openCodeAgent).sort(), [...agentKeys, 'reasoningEffort', 'textVerbosity'].sort());
  assert.deepEqual(names(openCodeCommand).sort(), [...commandKeys].sort());
});
