import { typeName } from '../../shape.ts';

/** A value as Python has it after PyYAML's `safe_load`. Integers that a number cannot hold are bigints. */
export type PythonValue =
  | string
  | number
  | bigint
  | boolean
  | null
  | PythonFloat
  | PythonObject
  | PythonDict
  | PythonValue[];

/** A floating point number: Python writes `1.0` where JavaScript writes `1`. */
export class PythonFloat {
  constructor(readonly value: number) {}
}

/** A value of another type, such as a date: its type, and how Python writes it alone and within a collection. */
export class PythonObject {
  constructor(
    readonly type: 'date' | 'datetime' | 'bytes' | 'set' | 'tuple',
    readonly text: string,
    readonly repr: string,
  ) {}
}

/** A mapping. Keys are values, and equal as in Python: `1`, `1.0` and `true` are one key. */
export class PythonDict {
  private readonly entries = new Map<string, [PythonValue, PythonValue]>();

  set(key: PythonValue, value: PythonValue): void {
    const id = keyId(key);
    const known = this.entries.get(id);
    if (known) known[1] = value;
    else this.entries.set(id, [key, value]);
  }

  /** The value of a key that is a string; `undefined` where there is none. */
  get(key: string): PythonValue | undefined {
    return this.entries.get(keyId(key))?.[1];
  }

  items(): readonly (readonly [PythonValue, PythonValue])[] {
    return [...this.entries.values()];
  }
}

function keyId(key: PythonValue): string {
  if (typeof key === 'string') return `s${key}`;
  if (typeof key === 'boolean') return `n${Number(key)}`;
  if (key instanceof PythonFloat) return `n${key.value}`;
  if (key instanceof PythonObject) return `o${key.repr}`;
  return `n${String(key)}`;
}

/** The entries of a mapping whose keys are strings. */
export function pythonRecord(dict: PythonDict): Readonly<Record<string, PythonValue>> {
  return Object.fromEntries(
    dict.items().flatMap(([key, value]) => (typeof key === 'string' ? [[key, value] as const] : [])),
  );
}

/** The type of a value in YAML's terms: "a list", "a number", "no value". */
export function pythonTypeText(value: PythonValue): string {
  if (value instanceof PythonObject) return value.type === 'set' ? 'a list' : `a ${value.type}`;
  if (typeof value === 'bigint' || value instanceof PythonFloat) return 'a number';
  if (Array.isArray(value)) return 'a list';
  if (value instanceof PythonDict) return 'a mapping';
  return typeName(value);
}

/** The type of a value as Python names it. */
export function pythonType(value: PythonValue): string {
  if (value === null) return 'NoneType';
  if (typeof value === 'string') return 'str';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number' || typeof value === 'bigint') return 'int';
  if (Array.isArray(value)) return 'list';
  if (value instanceof PythonDict) return 'dict';
  return value instanceof PythonFloat ? 'float' : value.type;
}

/** True where Python takes a value for true: not for nothing, zero, and what is empty. */
export function isTruthy(value: PythonValue | undefined): boolean {
  if (value === undefined || value === null || value === false || value === '') return false;
  if (typeof value === 'number' || typeof value === 'bigint') return Number(value) !== 0;
  if (value instanceof PythonFloat) return value.value !== 0;
  if (value instanceof PythonObject) return !/^(?:b''|set\(\))$/.test(value.repr);
  return lengthOf(value) !== 0;
}

function lengthOf(value: PythonValue): number | undefined {
  if (Array.isArray(value)) return value.length;
  return value instanceof PythonDict ? value.items().length : undefined;
}

/** No text that Python would write for a value is longer here: aliases can make one of any length. */
const longestText = 100_000;

/** A value as Python's `str` writes it. */
export function pythonText(value: PythonValue): string {
  if (typeof value === 'string') return value;
  return value instanceof PythonObject ? value.text : pythonRepr(value);
}

/** A value as Python's `repr` writes it. */
export function pythonRepr(value: PythonValue): string {
  let left = longestText;
  const write = (node: PythonValue, within: readonly PythonValue[]): string => {
    const text = left < 0 ? '…' : reprOf(node, within);
    left -= text.length;
    return text;
  };
  const reprOf = (node: PythonValue, within: readonly PythonValue[]): string => {
    if (Array.isArray(node)) {
      if (within.includes(node)) return '[...]';
      return `[${node.map(item => write(item, [...within, node])).join(', ')}]`;
    }
    if (!(node instanceof PythonDict)) return scalarRepr(node);
    if (within.includes(node)) return '{...}';
    const items = node
      .items()
      .map(([key, item]) => `${write(key, within)}: ${write(item, [...within, node])}`);
    return `{${items.join(', ')}}`;
  };
  return write(value, []);
}

function scalarRepr(value: Exclude<PythonValue, PythonDict | PythonValue[]>): string {
  if (value === null) return 'None';
  if (value === true) return 'True';
  if (value === false) return 'False';
  if (typeof value === 'string') return stringRepr(value);
  if (value instanceof PythonFloat) return floatRepr(value.value);
  return value instanceof PythonObject ? value.repr : String(value);
}

/** A string in quotes as Python writes it. */
export function stringRepr(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text.replace(/[\\'"]|(?! )[\p{C}\p{Z}]/gu, character => {
    if (character === '\\' || character === quote) return `\\${character}`;
    if (character === '"' || character === "'") return character;
    const short = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }[character];
    const code = character.codePointAt(0)!.toString(16);
    if (short) return short;
    if (code.length <= 2) return `\\x${code.padStart(2, '0')}`;
    return code.length <= 4 ? `\\u${code.padStart(4, '0')}` : `\\U${code.padStart(8, '0')}`;
  });
  return `${quote}${escaped}${quote}`;
}

function floatRepr(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  if (Object.is(value, -0)) return '-0.0';
  const exponent = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)));
  if (exponent >= 16 || exponent < -4) {
    const [digits = '', power = ''] = value.toExponential().split('e');
    return `${digits}e${power[0]}${power.slice(1).padStart(2, '0')}`;
  }
  const text = String(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

/** A value as plain data: dates are their text, keys are text. What contains itself or is too long is cut. */
export function plainValue(value: PythonValue): unknown {
  let left = 20_000;
  const plain = (node: PythonValue, within: readonly PythonValue[]): unknown => {
    if (--left < 0 || within.includes(node)) return null;
    if (Array.isArray(node)) return node.map(item => plain(item, [...within, node]));
    if (node instanceof PythonFloat) return node.value;
    if (node instanceof PythonObject) return node.text;
    if (!(node instanceof PythonDict)) return typeof node === 'bigint' ? Number(node) : node;
    return Object.fromEntries(
      node.items().map(([key, item]) => [pythonText(key), plain(item, [...within, node])]),
    );
  };
  return plain(value, []);
}
