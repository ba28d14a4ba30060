import { parse, TomlDate, TomlError } from 'smol-toml';
import { lineEnd } from './lines.ts';
import type { OffsetRange } from './offsets.ts';
import { endOfString, scanToml, type TomlKey, type TomlStatement } from './tomlScan.ts';
import { tomlValue } from './tomlValue.ts';
import { isMap, isScalar, isSeq, type Node, Pair, Scalar, YAMLMap, YAMLSeq } from './yamlNodes.ts';
import type { Entry, YamlError, YamlTree } from './yamlTree.ts';

/** Texts longer than this are not parsed: no such file is, and each edit parses it whole. */
const longestToml = 1_000_000;
/** Values and keys that are nested more deeply are not read: whoever reads them calls itself once for each level. */
const deepest = 100;

/** The content of a TOML text, or where it cannot be parsed. */
export type TomlReading = { readonly value: Record<string, unknown> } | TomlFailure;

/** Why a text has no content. */
export interface TomlFailure {
  /** The offset at which the parser stops. */
  readonly offset: number;
  /** True where the text was not read for its size or depth, and may be valid. */
  readonly isUnread: boolean;
}

/** Parses a TOML text strictly, by version 1.1. Integers are bigints, dates strings. Never throws. */
export function readToml(text: string): TomlReading {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  if (text.length > longestToml || isTooDeep(text)) return { offset: start, isUnread: true };
  try {
    const value = parse(text.slice(start), { integersAsBigInt: true });
    return { value: withoutDates(value) as Record<string, unknown> };
  } catch (error) {
    // What is nested as dotted keys takes the parser too much of the stack.
    if (!(error instanceof TomlError)) return { offset: start, isUnread: true };
    return { offset: offsetOf(text, error.line, error.column, start), isUnread: false };
  }
}

/**
 * Parses a TOML text into the tree that front matter has, so that whatever reads keys and values reads both. Never throws.
 * The tree is tolerant; `errors` has the place at which a strict parser stops: `TOML_INVALID`, or `TOML_LIMIT` for a text
 * that is not parsed. A table has one entry, wherever its parts are; its range, and that of its key, is what stands in its first brackets. Of
 * duplicate keys each has an entry.
 */
export function parseTomlTree(text: string): YamlTree {
  const reading = readToml(text);
  const errors = 'offset' in reading ? [errorAt(text, reading)] : [];
  if ('offset' in reading && reading.isUnread)
    return { entries: [], errors, isMap: true, isSeparable: false };
  const builder = new Builder(text);
  for (const statement of scanToml(text)) builder.add(statement);
  return { entries: builder.entries(), errors, isMap: true, isSeparable: false, root: builder.root };
}

function errorAt(text: string, { offset, isUnread }: TomlFailure): YamlError {
  const end = isUnread ? Math.min(offset + 1, text.length) : lineEnd(text, offset);
  return {
    code: isUnread ? 'TOML_LIMIT' : 'TOML_INVALID',
    message: 'Invalid TOML',
    range: { start: Math.min(offset, end), end },
  };
}

type Table = YAMLMap<Scalar, Node | null>;
type Item = Pair<Scalar, Node | null>;

/** Builds the tree of the statements, in the order of the text. */
class Builder {
  readonly root: Table = new YAMLMap();
  /** The table that statements belong to, and the top-level key that it is below. */
  #table: Table = this.root;
  #owner: Item | undefined;
  /** The last pair of each key of a mapping. */
  readonly #pairs = new Map<Table, Map<string, Item>>();
  /** The statements of each top-level key, by their numbers. */
  readonly #statements = new Map<Item, { first: number; last: number; count: number; lines: OffsetRange }>();
  #count = 0;

  constructor(private readonly text: string) {
    this.root.range = [0, text.length, text.length];
  }

  add({ keys, value, isItem, lines }: TomlStatement): void {
    this.#count++;
    if (keys.length > deepest) return;
    const whole = { start: keys[0]!.range.start, end: value?.end ?? keys.at(-1)!.range.end };
    const last = value ? keys.at(-1)! : { ...keys.at(-1)!, range: whole };
    if (value) {
      const parent = this.#below(this.#table, keys.slice(0, -1), whole);
      const pair = this.#append(parent, last, tomlValue(this.text, value, deepest));
      this.#note(this.#owner ?? (keys.length === 1 ? pair : this.#pair(this.root, keys[0]!.text)!), lines);
    } else {
      const parent = this.#below(this.root, keys.slice(0, -1), whole);
      this.#table = isItem ? this.#newItem(parent, last, whole) : this.#below(parent, [last], whole);
      this.#owner = this.#pair(this.root, keys[0]!.text)!;
      this.#note(this.#owner, lines);
    }
  }

  /** The top-level keys, in the order of the text. */
  entries(): Entry[] {
    return this.root.items.map(pair => {
      const node = pair.value!;
      const { start, end } = rangeOf(node);
      const { first, last, count, lines } = this.#statements.get(pair)!;
      const isTogether = last - first + 1 === count;
      return {
        key: String(pair.key.value),
        keyRange: rangeOf(pair.key),
        range: { start, end },
        lines: isTogether ? lines : { start: lines.start, end: lines.start },
        node,
        value: plain(node),
        error: undefined,
      };
    });
  }

  #note(pair: Item, lines: OffsetRange): void {
    const known = this.#statements.get(pair);
    if (!known) this.#statements.set(pair, { first: this.#count, last: this.#count, count: 1, lines });
    else {
      known.last = this.#count;
      known.count++;
      known.lines = { start: known.lines.start, end: lines.end };
    }
  }

  /** The table at the end of a dotted key, created where it is not there. */
  #below(from: Table, keys: readonly TomlKey[], range: OffsetRange): Table {
    let table = from;
    for (const key of keys) {
      const value = this.#pair(table, key.text)?.value;
      const inside = isSeq(value) ? value.items.at(-1) : value;
      if (isMap(inside)) table = inside as Table;
      else {
        const created = ranged(new YAMLMap<Scalar, Node | null>(), range);
        this.#append(table, key, created);
        table = created;
      }
    }
    return table;
  }

  #newItem(parent: Table, key: TomlKey, range: OffsetRange): Table {
    const item = ranged(new YAMLMap<Scalar, Node | null>(), range);
    const value = this.#pair(parent, key.text)?.value;
    if (isSeq(value)) value.items.push(item);
    else {
      const list = ranged(new YAMLSeq<Node>(), range);
      list.items.push(item);
      this.#append(parent, key, list);
    }
    return item;
  }

  #append(table: Table, { text, range }: TomlKey, value: Node): Item {
    const pair = new Pair<Scalar, Node | null>(ranged(new Scalar(text), range), value);
    table.items.push(pair);
    const known = this.#pairs.get(table) ?? new Map<string, Item>();
    this.#pairs.set(table, known.set(text, pair));
    return pair;
  }

  #pair(table: Table, key: string): Item | undefined {
    return this.#pairs.get(table)?.get(key);
  }
}

function ranged<Kind extends Node>(node: Kind, { start, end }: OffsetRange): Kind {
  node.range = [start, end, end];
  return node;
}

function rangeOf(node: Node): OffsetRange {
  const [start, end] = node.range!;
  return { start, end };
}

/** The value of a node as plain data. Properties are its own, also for names such as `__proto__`. */
function plain(node: Node | null): unknown {
  if (isScalar(node)) return node.value;
  if (isSeq(node)) return node.items.map(item => plain(item as Node));
  if (!isMap(node)) return null;
  return Object.fromEntries(
    node.items.map(({ key, value }) => [String((key as Scalar).value), plain(value as Node | null)]),
  );
}

/** Whether brackets or dotted keys are nested too deeply. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let dots = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (character === '"' || character === "'") at = endOfString(text, at) - 1;
    else if (character === '#') at = lineEnd(text, at);
    else if (character === '.') dots++;
    else if (/[=,\n[\]{}]/.test(character)) dots = 0;
    if (character === '[' || character === '{') depth++;
    else if (character === ']' || character === '}') depth--;
    if (depth > 5 * deepest || dots > 5 * deepest) return true;
  }
  return false;
}

function withoutDates(value: unknown): unknown {
  if (value instanceof TomlDate) return value.toISOString();
  if (Array.isArray(value)) return value.map(withoutDates);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withoutDates(each)]));
}

/** The offset of a line and column, both from 1. */
function offsetOf(text: string, line: number, column: number, start: number): number {
  let at = start;
  for (let left = line - 1; left > 0; left--) {
    const end = text.indexOf('\n', at);
    if (end < 0) break;
    at = end + 1;
  }
  return Math.min(at + column - 1, text.length);
}
