import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Field } from '../../../server/src/language/dialect/field.ts';
import { dialects } from '../../../server/src/language/tools/index.ts';

/** The paths of the fields whose values are names, with what they name: `handoffs.#.agent agent`. */
function namingFields(fields: readonly Field[], above: readonly string[] = []): string[] {
  return fields.flatMap(field => {
    const path = [...above, ...(field.name === '' ? [] : [field.name])];
    const to = field.meta.kind === 'agentNames' ? 'agent' : field.meta.kind === 'skillNames' ? 'skill' : '';
    const own = to === '' ? [] : [`${path.join('.')} ${to}`];
    const items = field.item ? namingFields(field.item.fields, [...path, '#']) : [];
    return [...own, ...items, ...namingFields(field.fields, path)];
  });
}

test('each field that is completed with names of agents or skills is a place of references', () => {
  for (const dialect of dialects) {
    const places = (dialect.references?.places ?? []).map(({ path, to }) => `${path.join('.')} ${to}`);
    for (const field of namingFields(dialect.fields().fields))
      assert.ok(places.includes(field), `${dialect.id}: ${field}`);
  }
});
