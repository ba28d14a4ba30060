import type { Path } from '../document/agentDocument.ts';
import { quotedList } from '../wordList.ts';

/** What is wrong with one value. */
export type Problem =
  /** A required key is missing. */
  | 'missing'
  /** The key is there without a value, or with `null`. */
  | 'null'
  /** A value of another type. */
  | 'type'
  /** An empty string or list where content is required. */
  | 'empty'
  /** A string of another form. */
  | 'form'
  /** A value outside a closed list. */
  | 'choice'
  /** A number outside its range. */
  | 'range'
  /** A key that the mapping does not have. */
  | 'unknownKey';

/** The types of value that YAML has, by the names that messages use. */
export type ValueKind = 'string' | 'number' | 'boolean' | 'list' | 'mapping';

/** What is demanded of a value beyond its type. */
export interface Demand {
  /** The source of a regular expression that a string must match. */
  readonly pattern?: string;
  /** The most characters or items. */
  readonly longest?: number;
  /** The least characters or items. */
  readonly shortest?: number;
  /** The smallest number. */
  readonly least?: number;
  /** The largest number. */
  readonly most?: number;
  /** What it must be the same as. */
  readonly sameAs?: 'folder' | 'file';
  /** What it must not be. */
  readonly not?: 'reserved';
}

/** One place where a value differs from its shape. */
export interface Mismatch {
  readonly path: Path;
  readonly problem: Problem;
  /** What is expected there, to follow "it must be": "a positive integer". Empty for an unknown key. */
  readonly expected: string;
  /** The types that are accepted there. Absent where the shape does not say. */
  readonly accepts?: readonly ValueKind[];
  /** The closed list, for `choice`. */
  readonly choices?: readonly string[];
  /** What is demanded beyond the type, for `form`, `empty` and `range`, where the shape says so. */
  readonly demand?: Demand;
  /** How to write such a value, for `form` and `empty`, where the shape says so. */
  readonly advice?: string;
}

/** True where a value of one type is accepted and nothing else. */
export function acceptsOnly({ accepts }: Mismatch, kind: ValueKind): boolean {
  return accepts?.length === 1 && accepts[0] === kind;
}

/** A check of one value that is present. Returns what is wrong with it, outermost first; nothing when it fits. */
export type Shape = (value: unknown, path: Path) => readonly Mismatch[];

/** Any string; with `form`, a string that matches it. `expected` describes the form to the author. */
export function text(form?: RegExp, expected = 'a string'): Shape {
  return (value, path) => {
    if (typeof value !== 'string') return [wrongType(value, path, expected, 'string')];
    if (form && !form.test(value))
      return [
        {
          path,
          problem: value === '' ? 'empty' : 'form',
          expected,
          demand: { pattern: form.source },
        } satisfies Mismatch,
      ];
    return [];
  };
}

/** A string for which `holds` is true. `advice` says how to write one. */
export function textThat(holds: (value: string) => boolean, expected: string, advice?: string): Shape {
  return (value, path) => {
    if (typeof value !== 'string') return [wrongType(value, path, expected, 'string')];
    const problem = value === '' ? 'empty' : 'form';
    return holds(value) ? [] : [{ path, problem, expected, ...(advice && { advice }) }];
  };
}

/** A number for which `holds` is true. NaN is not a number. */
export function number(expected = 'a number', holds: (value: number) => boolean = () => true): Shape {
  return (value, path) => {
    if (typeof value !== 'number' || Number.isNaN(value)) return [wrongType(value, path, expected, 'number')];
    return holds(value) ? [] : [{ path, problem: 'range', expected }];
  };
}

/** `true` or `false`. */
export const boolean: Shape = (value, path) =>
  typeof value === 'boolean' ? [] : [wrongType(value, path, '`true` or `false`', 'boolean')];

/** One of a closed list of strings. */
export function choice(...choices: readonly string[]): Shape {
  const expected = quotedList(choices);
  return (value, path) => {
    if (value === null) return [wrongType(value, path, expected, 'string')];
    return choices.includes(value as string) ? [] : [{ path, problem: 'choice', expected, choices }];
  };
}

/** A list whose every item has the shape. */
export function list(item: Shape, expected = 'a list'): Shape {
  return (value, path) =>
    Array.isArray(value)
      ? value.flatMap((each, index) => item(each, [...path, index]))
      : [wrongType(value, path, expected, 'list')];
}

/** A list whose every item has the shape, or one string. */
export function listOrText(item: Shape, expected = 'a list or a comma-separated string'): Shape {
  return (value, path) => {
    if (typeof value === 'string') return [];
    if (Array.isArray(value)) return list(item)(value, path);
    return [wrongType(value, path, expected, 'list', 'string')];
  };
}

/** A mapping from any key to values of one shape. */
export function record(item: Shape, expected = 'a mapping'): Shape {
  return (value, path) =>
    isMapping(value)
      ? Object.entries(value).flatMap(([key, each]) => item(each, [...path, key]))
      : [wrongType(value, path, expected, 'mapping')];
}

/** The fields of a mapping, by whether they are required. */
export interface Fields {
  readonly required?: Readonly<Record<string, Shape>>;
  readonly optional?: Readonly<Record<string, Shape>>;
}

/** A mapping with these fields. Other keys are not checked. */
export function map({ required = {}, optional = {} }: Fields, expected = 'a mapping'): Shape {
  return (value, path) => {
    if (!isMapping(value)) return [wrongType(value, path, expected, 'mapping')];
    return [
      ...Object.entries(required).flatMap(([key, shape]) =>
        Object.hasOwn(value, key)
          ? shape(value[key], [...path, key])
          : [{ path: [...path, key], problem: 'missing', expected: '' } satisfies Mismatch],
      ),
      ...Object.entries(optional).flatMap(([key, shape]) =>
        Object.hasOwn(value, key) ? shape(value[key], [...path, key]) : [],
      ),
    ];
  };
}

/** A mapping with these fields and no others. */
export function strictMapping(fields: Fields, expected?: string): Shape {
  const known = new Set([...Object.keys(fields.required ?? {}), ...Object.keys(fields.optional ?? {})]);
  const loose = map(fields, expected);
  return (value, path) => [
    ...loose(value, path),
    ...(isMapping(value) ? Object.keys(value) : [])
      .filter(key => !known.has(key))
      .map(key => ({ path: [...path, key], problem: 'unknownKey', expected: '' }) satisfies Mismatch),
  ];
}

const kindTexts: Readonly<Record<ValueKind, string>> = {
  string: 'a string',
  number: 'a number',
  boolean: 'a boolean',
  list: 'a list',
  mapping: 'a mapping',
};

/** What a value of another type must be, to follow "must be": the one type that is accepted, or what is expected. */
export function typeDemanded({ accepts = [], expected }: Mismatch): string {
  const [only, ...others] = accepts;
  return only && others.length === 0 ? kindTexts[only] : expected;
}

/** Says that a value of another type must be of the type that is accepted: "`tools` must be a list". */
export function mustBeOfType(mismatch: Mismatch): string {
  const { path, accepts = [] } = mismatch;
  const [only, ...others] = accepts;
  return only && others.length === 0 && path.length > 1 && typeof path.at(-1) === 'number'
    ? `Items of \`${pathText(path.slice(0, -1))}\` must be ${kindTexts[only].slice(2)}s`
    : `\`${pathText(path)}\` must be ${typeDemanded(mismatch)}`;
}

/** A path as shown in a message: "mcp-servers.github.tools", "tools[0]". */
export function pathText(path: Path): string {
  return path
    .map((step, index) =>
      typeof step === 'number' ? `[${step}]` : index === 0 ? stepText(step) : `.${stepText(step)}`,
    )
    .join('');
}

/** True for what YAML calls a mapping. */
export function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/** The value's type in YAML's terms: "a list", "a number", "no value". */
export function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'no value';
  if (Array.isArray(value)) return 'a list';
  if (value instanceof Date) return 'a date';
  switch (typeof value) {
    case 'string':
      return 'a string';
    case 'number':
      return Number.isNaN(value) ? 'not a number' : 'a number';
    case 'boolean':
      return `\`${value}\``;
    default:
      return 'a mapping';
  }
}

/** A step of a path as shown in a message. A flow mapping as a key has no text of its own. */
export function stepText(step: string | number): string {
  return step === '[object Object]' ? '{…}' : String(step);
}

function wrongType(value: unknown, path: Path, expected: string, ...accepts: readonly ValueKind[]): Mismatch {
  return { path, problem: value === null ? 'null' : 'type', expected, accepts };
}
