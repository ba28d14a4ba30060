import { FAILSAFE_SCHEMA, load, Type, YAMLException } from 'js-yaml';
import { lazy } from '../../lazy.ts';
import type { JsYamlResult } from '../jsYaml.ts';
import { endsInBlockScalar, errorOfLibyaml } from './libyaml.ts';

/**
 * Reads YAML as a tool does that uses serde_yaml 0.9, the Rust library around libyaml: strict syntax, the scalars of
 * YAML 1.2's core schema, no dates, no merge keys, unknown tags dropped. Never throws, evaluates nothing.
 *
 * js-yaml is the strict parser nearest to libyaml. `errorOfLibyaml` first finds what only libyaml rejects.
 */
export function readWithSerdeYaml(yaml: string): JsYamlResult {
  const error = errorOfLibyaml(yaml);
  if (error) return error;
  try {
    // libyaml also ends a line at these three; js-yaml does not.
    const value = load(yaml.replace(/[\u0085\u2028\u2029]/g, '\n'), { schema: schema() });
    if (!isBounded(value)) return { reason: 'recursion limit exceeded', offset: 0 };
    return { value: endsInBlockScalar(yaml) ? withoutLastLineBreak(value) : value };
  } catch (error) {
    if (error instanceof YAMLException)
      return { reason: error.reason, offset: Math.min(error.mark?.position ?? 0, yaml.length) };
    if (error instanceof TooLarge) return { reason: 'integer too large', offset: yaml.indexOf(error.digits) };
    return { reason: String(error), offset: 0 };
  }
}

/** An integer that serde_yaml reads and cannot represent. */
class TooLarge extends Error {
  constructor(readonly digits: string) {
    super('integer too large');
  }
}

const nulls = new Set(['', '~', 'null', 'Null', 'NULL']);
const booleans = new Map([
  ['true', true],
  ['True', true],
  ['TRUE', true],
  ['false', false],
  ['False', false],
  ['FALSE', false],
]);
const radixes = new Map([
  ['0x', 16],
  ['0o', 8],
  ['0b', 2],
]);

/** A plain scalar as an integer. Leading zeros and underscores make it a string. */
function integer(text: string): number | undefined {
  const sign = /^[+-]/.exec(text)?.[0] ?? '';
  const digits = text.slice(sign.length);
  const radix = radixes.get(digits.slice(0, 2));
  if (radix !== undefined) {
    const rest = digits.slice(2);
    const alphabet = radix === 16 ? /^[0-9a-f]+$/i : radix === 8 ? /^[0-7]+$/ : /^[01]+$/;
    return alphabet.test(rest) ? signed(sign, Number.parseInt(rest, radix)) : undefined;
  }
  if (!/^(?:0|[1-9]\d*)$/.test(digits)) return undefined;
  const value = BigInt(digits);
  if (value > (sign === '-' ? 2n ** 63n : 2n ** 64n - 1n)) throw new TooLarge(text);
  return signed(sign, Number(value));
}

/** A plain scalar as a floating point number, `.inf` and `.nan` among them. */
function float(text: string): number | undefined {
  if (/^\+?\.(?:inf|Inf|INF)$/.test(text)) return Number.POSITIVE_INFINITY;
  if (/^-\.(?:inf|Inf|INF)$/.test(text)) return Number.NEGATIVE_INFINITY;
  if (/^\.(?:nan|NaN|NAN)$/.test(text)) return Number.NaN;
  if (/^[+-]?0\d/.test(text) && !/[.eE]/.test(text)) return undefined;
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text) ? Number(text) : undefined;
}

function signed(sign: string, value: number): number {
  return sign === '-' ? -value : value;
}

/** Resolves a plain scalar: the first match of null, boolean, integer, float; else a string. */
function plain(text: string): unknown {
  if (nulls.has(text)) return null;
  return booleans.get(text) ?? integer(text) ?? float(text) ?? text;
}

const scalarTypes = () => [
  new Type('tag:yaml.org,2002:null', { kind: 'scalar', resolve: isPlainNull, construct: () => null }),
  new Type('tag:yaml.org,2002:bool', {
    kind: 'scalar',
    resolve: (text: unknown) => booleans.has(String(text)),
    construct: (text: string) => booleans.get(text),
  }),
  new Type('tag:yaml.org,2002:int', {
    kind: 'scalar',
    resolve: (text: unknown) => integer(String(text)) !== undefined,
    construct: integer,
  }),
  new Type('tag:yaml.org,2002:float', {
    kind: 'scalar',
    resolve: (text: unknown) => float(String(text)) !== undefined,
    construct: float,
  }),
];

function isPlainNull(text: unknown): boolean {
  return text === null || nulls.has(String(text));
}

/** Unknown tags keep the value. A local tag leaves a scalar to be resolved; `!!name` makes it a string. */
const tagTypes = () =>
  (['scalar', 'sequence', 'mapping'] as const).flatMap(kind => [
    new Type('!', {
      kind,
      multi: true,
      construct: (data: unknown) => (kind === 'scalar' ? plain(String(data ?? '')) : data),
    }),
    new Type('tag:yaml.org,2002:', { kind, multi: true, construct: (data: unknown) => data }),
  ]);

const schema = lazy(() => FAILSAFE_SCHEMA.extend({ implicit: scalarTypes(), explicit: tagTypes() }));

/** Removes the line break that js-yaml adds to a block scalar at the end of the text. */
function withoutLastLineBreak(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/\n$/, '');
  if (typeof value !== 'object' || value === null) return value;
  const last = Object.entries(value).at(-1);
  if (!last) return value;
  if (Array.isArray(value)) return [...value.slice(0, -1), withoutLastLineBreak(last[1])];
  return { ...value, [last[0]]: withoutLastLineBreak(last[1]) };
}

/**
 * True unless a value read from YAML is deeper than 128 levels, refers to itself, or expands its aliases excessively.
 * An unbounded value must not be passed on: it could not be printed.
 */
export function isBounded(value: unknown): boolean {
  let left = 200_000;
  const fits = (node: unknown, depth: number): boolean => {
    if (--left < 0 || depth > 128) return false;
    if (typeof node !== 'object' || node === null) return true;
    return Object.values(node).every(each => fits(each, depth + 1));
  };
  return fits(value, 1);
}
