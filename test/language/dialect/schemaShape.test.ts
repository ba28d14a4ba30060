import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as z from 'zod';
import { fieldTableOf } from '../../../server/src/language/dialect/fieldTable.ts';
import { shapeOf } from '../../../server/src/language/dialect/schemaShape.ts';

const source = { title: 'A test', verified: '2026-11-21', evidence: 'documentation' } as const;
const schema = z.looseObject({
  name: z.string().regex(/^[a-z]+$/, 'lowercase letters'),
  mode: z
    .enum(['a', 'b'])
    .optional()
    .meta({
      values: [
        { value: 'a', description: 'A.' },
        { value: 'b', description: 'B.' },
      ],
    }),
  steps: z.int().positive('a positive integer').optional(),
  list: z.union([z.string(), z.array(z.string())]).optional(),
  always: z.boolean().nullable().optional(),
  nested: z.looseObject({ deny: z.array(z.string()).optional() }).optional(),
});
const shape = shapeOf(
  () => schema,
  () => fieldTableOf(schema, source),
);

const cases: [title: string, value: unknown, issues: [path: string, problem: string, expected: string][]][] =
  [
    ['a valid value', { name: 'x', mode: 'a', steps: 2, list: ['y'], always: null, other: 1 }, []],
    ['a missing key', {}, [['name', 'missing', '']]],
    ['a key without a value', { name: null }, [['name', 'null', 'a string']]],
    ['another form', { name: 'X' }, [['name', 'form', 'lowercase letters']]],
    ['an empty string', { name: '' }, [['name', 'empty', 'lowercase letters']]],
    ['another type', { name: ['x'] }, [['name', 'type', 'a string']]],
    ['a string outside the list', { name: 'x', mode: 'c' }, [['mode', 'choice', '`a` or `b`']]],
    ['a number instead of a listed string', { name: 'x', mode: 5 }, [['mode', 'type', '`a` or `b`']]],
    ['a number out of bounds', { name: 'x', steps: 0 }, [['steps', 'range', 'a positive integer']]],
    ['a fraction', { name: 'x', steps: 1.5 }, [['steps', 'type', 'an integer']]],
    [
      'a value of none of several types',
      { name: 'x', list: 5 },
      [['list', 'type', 'a list or a comma-separated string']],
    ],
    ['an item of another type', { name: 'x', list: ['y', 5] }, [['list.1', 'type', 'a string']]],
    [
      'another type where null is allowed',
      { name: 'x', always: 'no' },
      [['always', 'type', '`true` or `false`']],
    ],
    ['a nested value', { name: 'x', nested: { deny: 'y' } }, [['nested.deny', 'type', 'a list']]],
  ];

for (const [title, value, issues] of cases) {
  test(`checks front matter against a schema: ${title}`, () => {
    const found = shape(value, []).map(({ path, problem, expected }) => [path.join('.'), problem, expected]);
    assert.deepEqual(found, issues);
  });
}
