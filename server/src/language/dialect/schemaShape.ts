import type * as z from 'zod';
import type { Path } from '../document/agentDocument.ts';
import type { Demand, Mismatch, Problem, Shape, ValueKind } from '../loading/shape.ts';
import { quotedList } from '../wordList.ts';
import type { Field, ValueType } from './field.ts';
import type { FieldTable } from './fieldTable.ts';

type ZodIssue = z.core.$ZodIssue;

/**
 * Checks front matter against a dialect's schema and returns mismatches like those of the loaders. Where a value breaks
 * a bound or a form, the schema's message follows "it must be".
 */
export function shapeOf(schema: () => z.ZodType, fields: () => FieldTable): Shape {
  return value => {
    // A strict content security policy forbids compilation at run time.
    const parsed = schema().safeParse(value, { jitless: true });
    if (parsed.success) return [];
    const seen = new Set<string>();
    return parsed.error.issues
      .flatMap(issue => issuesOf(issue, [], value, fields()))
      .filter(({ path }) => !seen.has(path.join('\n')) && seen.add(path.join('\n')));
  };
}

function issuesOf(issue: ZodIssue, above: Path, root: unknown, fields: FieldTable): Mismatch[] {
  const path = [...above, ...(issue.path as Path)];
  const field = fields.field(path);
  const value = at(root, path);
  const accepts = field && kindsOf(field);
  const as = (problem: Problem, expected = expectedOf(field), demand?: Demand): Mismatch[] => [
    { path, problem, expected, ...(accepts && { accepts }), ...(demand && { demand }) },
  ];
  if (value === undefined) return as('missing', '');
  if (value === null) return as('null');
  switch (issue.code) {
    case 'invalid_value':
      return typeof value === 'string' ? choiceOf(path, field) : as('type');
    case 'invalid_union':
      return (
        unionIssues(issue, path, root, fields) ??
        (isChoice(value, field) ? choiceOf(path, field) : as('type'))
      );
    case 'too_small':
    case 'too_big':
      if (typeof value === 'number') return as('range', issue.message, demandOf(issue, 'least', 'most'));
      return as(value === '' ? 'empty' : 'form', issue.message, demandOf(issue, 'shortest', 'longest'));
    case 'invalid_format':
    case 'custom':
      return as(value === '' ? 'empty' : 'form', issue.message, patternOf(issue));
    case 'unrecognized_keys':
      return issue.keys.map(key => ({ path: [...path, key], problem: 'unknownKey', expected: '' }));
    default:
      return as('type');
  }
}

/** The bound that a value breaks, under the name of its kind. */
function demandOf(
  issue: Extract<ZodIssue, { code: 'too_small' | 'too_big' }>,
  least: 'least' | 'shortest',
  most: 'most' | 'longest',
): Demand {
  return issue.code === 'too_small' ? { [least]: Number(issue.minimum) } : { [most]: Number(issue.maximum) };
}

function patternOf(issue: ZodIssue): Demand | undefined {
  const pattern = issue.code === 'invalid_format' ? issue.pattern : undefined;
  return pattern === undefined ? undefined : { pattern: String(pattern).replace(/^\/(.*)\/[a-z]*$/s, '$1') };
}

/** The errors within the one alternative whose type the value has; `undefined` when none or several match. */
function unionIssues(
  { errors }: Extract<ZodIssue, { code: 'invalid_union' }>,
  path: Path,
  root: unknown,
  fields: FieldTable,
): Mismatch[] | undefined {
  const inside = errors.filter(issues =>
    issues.every(({ code, path: below }) => below.length > 0 || code !== 'invalid_type'),
  );
  const [only] = inside;
  return only && inside.length === 1 ? only.flatMap(issue => issuesOf(issue, path, root, fields)) : undefined;
}

function isChoice(value: unknown, field: Field | undefined): boolean {
  return typeof value === 'string' && field?.closed === true;
}

function choiceOf(path: Path, field: Field | undefined): Mismatch[] {
  const choices = field?.values.map(({ value }) => value) ?? [];
  return [{ path, problem: 'choice', expected: quotedList(choices), choices }];
}

const typeWords: Readonly<Record<ValueType, string>> = {
  string: 'a string',
  number: 'a number',
  integer: 'an integer',
  boolean: '`true` or `false`',
  list: 'a list',
  map: 'a mapping',
  null: 'empty',
};

const kinds: Readonly<Record<Exclude<ValueType, 'null'>, ValueKind>> = {
  string: 'string',
  number: 'number',
  integer: 'number',
  boolean: 'boolean',
  list: 'list',
  map: 'mapping',
};

const kindOrder: readonly ValueKind[] = ['list', 'mapping', 'string', 'number', 'boolean'];

/** The types that a field accepts; `undefined` where it accepts any. */
function kindsOf({ types }: Field): readonly ValueKind[] | undefined {
  const accepted = types.flatMap(type => (type === 'null' ? [] : kinds[type]));
  return accepted.length > 0 ? kindOrder.filter(kind => accepted.includes(kind)) : undefined;
}

/** What a field accepts, to follow "it must be". */
function expectedOf(field: Field | undefined): string {
  if (!field || field.types.length === 0) return 'of another type';
  const types = field.types.filter(type => type !== 'null').map(type => typeWords[type]);
  if (field.closed && field.types.length === 1) return quotedList(field.values.map(({ value }) => value));
  if (types.length === 2 && types.includes(typeWords.list) && types.includes(typeWords.string))
    return 'a list or a comma-separated string';
  return types.length < 2 ? types.join('') : `${types.slice(0, -1).join(', ')} or ${types.at(-1)}`;
}

function at(root: unknown, path: Path): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}
