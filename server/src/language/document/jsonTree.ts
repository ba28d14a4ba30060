import { type ParseErrorCode, printParseErrorCode, visit } from 'jsonc-parser';
import { lineAfter, lineStart } from './lines.ts';
import type { OffsetRange } from './offsets.ts';
import { type Node, Pair, Scalar, YAMLMap, YAMLSeq } from './yamlNodes.ts';
import type { Entry, YamlError, YamlTree } from './yamlTree.ts';

/** Texts longer than this are not parsed: no such file is, and each edit parses it whole. */
export const longestJson = 1_000_000;
/** Values that are nested more deeply are not parsed: whoever reads them calls itself once for each level. */
const deepest = 500;

/** Why JSON cannot be read, as the `code` of an error of the tree. */
export type JsonErrorCode =
  | 'JSON_TRAILING_COMMA'
  | 'JSON_COMMENT'
  | 'JSON_EMPTY'
  | 'JSON_UNFINISHED'
  | 'JSON_COMMA'
  | 'JSON_COLON'
  | 'JSON_KEY'
  | 'JSON_QUOTES'
  | 'JSON_STRING'
  | 'JSON_VALUE'
  | 'JSON_LIMIT';

/**
 * Parses a JSON text into the tree that front matter has, so that whatever reads keys and values reads both. Never throws.
 * The tree is tolerant; `errors` has the first error that `JSON.parse` stops at, or `JSON_LIMIT` for a text that is not
 * parsed. For JSON with comments (`withComments`) these, commas before closing brackets and an empty text are
 * accepted. Deleting the `lines` of an entry leaves valid JSON. Of duplicate keys each has an entry.
 */
export function parseJsonTree(text: string, content: OffsetRange, withComments = false): YamlTree {
  const json = text.slice(content.start, content.end);
  if (json.length > longestJson || isTooDeep(json)) return unread(content);
  const reader = new Reader(text, content.start);
  reader.read(json, withComments);
  const errors = withComments
    ? reader.errors
    : isJson(json)
      ? []
      : [reader.error ?? at('JSON_VALUE', content.start, content.start + 1)];
  const root = reader.root;
  if (!(root instanceof YAMLMap)) return { entries: [], errors, isMap: false, isSeparable: false, root };
  return { entries: reader.entries(), errors, isMap: true, isSeparable: false, root };
}

function unread({ start }: OffsetRange): YamlTree {
  return {
    entries: [],
    errors: [at('JSON_LIMIT', start, start + 1)],
    isMap: true,
    isSeparable: false,
  };
}

function at(code: JsonErrorCode, start: number, end: number): YamlError {
  return { code, message: 'Invalid JSON', range: { start, end } };
}

function isJson(json: string): boolean {
  try {
    JSON.parse(json);
    return true;
  } catch {
    return false;
  }
}

function isTooDeep(json: string): boolean {
  let depth = 0;
  let isInString = false;
  for (let offset = 0; offset < json.length; offset++) {
    const character = json[offset];
    if (isInString) {
      if (character === '\\') offset++;
      else if (character === '"') isInString = false;
    } else if (character === '"') isInString = true;
    else if (character === '{' || character === '[') depth++;
    else if (character === '}' || character === ']') depth--;
    if (depth > deepest) return true;
  }
  return false;
}

/** A mapping or list that is being read, with its value. */
interface Open {
  readonly node: YAMLMap | YAMLSeq;
  readonly value: Record<string, unknown> | unknown[];
  key?: Scalar;
}

/** Builds the nodes and values from the parser's events. */
class Reader {
  root: Node | undefined;
  error: YamlError | undefined;
  readonly #open: Open[] = [];
  #length = 0;
  readonly #values = new Map<unknown, unknown>();

  constructor(
    private readonly text: string,
    private readonly start: number,
  ) {}

  get errors(): YamlError[] {
    return this.error ? [this.error] : [];
  }

  read(json: string, withComments: boolean): void {
    this.#length = json.length;
    visit(
      json,
      {
        onObjectBegin: offset => this.#begin(new YAMLMap(), {}, offset),
        onArrayBegin: offset => this.#begin(new YAMLSeq(), [], offset),
        onObjectEnd: (offset, length) => this.#end(offset + length),
        onArrayEnd: (offset, length) => this.#end(offset + length),
        onObjectProperty: (name, offset, length) => {
          const top = this.#open.at(-1);
          if (top) top.key = this.#scalar(name, offset, length);
        },
        onLiteralValue: (value, offset, length) =>
          this.#add(this.#scalar(value, offset, length), value ?? null),
        onError: (error, offset, length) => this.#fail(error, offset, length),
      },
      {
        disallowComments: !withComments,
        allowTrailingComma: withComments,
        allowEmptyContent: withComments,
      },
    );
    while (this.#open.length > 0) this.#end(json.length);
  }

  /** The top-level keys, in the order of the text. */
  entries(): Entry[] {
    const root = this.root as YAMLMap<Scalar, Node | null>;
    return root.items.map((pair, index) => {
      const [keyStart, keyEnd] = pair.key.range!;
      const colon = this.text.indexOf(':', keyEnd) + 1 || keyEnd;
      const node = pair.value ?? undefined;
      const range = node ? { start: node.range![0], end: node.range![1] } : { start: colon, end: colon };
      const isQuoted = this.text[keyStart] === '"' && keyEnd - keyStart > 1;
      return {
        key: String(pair.key.value),
        keyRange: isQuoted ? { start: keyStart + 1, end: keyEnd - 1 } : { start: keyStart, end: keyEnd },
        range,
        lines: this.#removal(root, index, keyStart, Math.max(range.end, keyEnd)),
        node,
        value: node ? (this.#values.get(node) ?? null) : null,
        error: undefined,
      };
    });
  }

  /** What to delete for a key: with the comma after it, or else the one before it, and with a line of its own. */
  #removal(root: YAMLMap<Scalar, Node | null>, index: number, start: number, end: number): OffsetRange {
    const [comma] = /^\s*,/.exec(this.text.slice(end, end + 1000)) ?? [''];
    const before = root.items[index - 1];
    if (comma === '') {
      const previous = before?.value?.range?.[1];
      return { start: previous ?? start, end };
    }
    const after = end + comma.length;
    const line = lineStart(this.text, start);
    const next = lineAfter(this.text, after);
    const isAlone = this.text.slice(line, start).trim() === '' && this.text.slice(after, next).trim() === '';
    return isAlone ? { start: line, end: next } : { start, end: after + this.#spaces(after) };
  }

  #spaces(from: number): number {
    return /^[ \t]*/.exec(this.text.slice(from, from + 1000))![0].length;
  }

  #scalar(value: unknown, offset: number, length: number): Scalar {
    const scalar = new Scalar(value);
    const [start, end] = [this.start + offset, this.start + offset + length];
    scalar.range = [start, end, end];
    const isString = typeof value === 'string' && length > 1;
    // As in YAML, the source of a string is what stands within its quotes.
    scalar.source = isString ? this.text.slice(start + 1, end - 1) : this.text.slice(start, end);
    scalar.type = typeof value === 'string' ? 'QUOTE_DOUBLE' : 'PLAIN';
    return scalar;
  }

  #begin(node: YAMLMap | YAMLSeq, value: Open['value'], offset: number): void {
    const start = this.start + offset;
    node.range = [start, start, start];
    node.flow = true;
    this.#add(node, value);
    this.#open.push({ node, value });
  }

  #end(offset: number): void {
    const closed = this.#open.pop();
    const end = this.start + offset;
    if (closed) closed.node.range = [closed.node.range![0], end, end];
  }

  #add(node: Scalar | YAMLMap | YAMLSeq, value: unknown): void {
    this.#values.set(node, value);
    const top = this.#open.at(-1);
    if (!top) this.root ??= node;
    else if (top.node instanceof YAMLSeq) {
      top.node.items.push(node);
      (top.value as unknown[]).push(value);
    } else if (top.key) {
      top.node.items.push(new Pair(top.key, node));
      // An own property, also for names such as `__proto__`.
      Object.defineProperty(top.value, String(top.key.value), {
        value,
        writable: true,
        enumerable: true,
        configurable: true,
      });
      delete top.key;
    }
  }

  #fail(error: ParseErrorCode, offset: number, length: number): void {
    if (this.error) return;
    const [start, end] = [this.start + offset, this.start + offset + length];
    const before = this.text.slice(this.start, start).trimEnd();
    const isClosing = /[\]}]/.test(this.text[start] ?? '');
    const code = codes[printParseErrorCode(error)] ?? 'JSON_VALUE';
    if (isClosing && before.endsWith(',')) {
      const comma = this.start + before.length - 1;
      this.error = at('JSON_TRAILING_COMMA', comma, comma + 1);
    } else if (start >= this.text.trimEnd().length && code !== 'JSON_STRING') {
      const last = this.start + before.length;
      this.error = at(before === '' ? 'JSON_EMPTY' : 'JSON_UNFINISHED', Math.max(this.start, last - 1), last);
    } else {
      const isKey = /^[\w$-]+\s*:/.test(this.text.slice(start, start + 200));
      const known = this.text[start] === "'" ? 'JSON_QUOTES' : isKey ? 'JSON_KEY' : code;
      const length = this.start + this.#length;
      this.error = at(known, Math.min(start, length), Math.min(Math.max(end, start + 1), length));
    }
  }
}

/** The codes by the names of the parser's. */
const codes: Readonly<Record<string, JsonErrorCode>> = {
  InvalidCommentToken: 'JSON_COMMENT',
  UnexpectedEndOfComment: 'JSON_COMMENT',
  CommaExpected: 'JSON_COMMA',
  ColonExpected: 'JSON_COLON',
  PropertyNameExpected: 'JSON_KEY',
  UnexpectedEndOfString: 'JSON_STRING',
  InvalidCharacter: 'JSON_STRING',
  InvalidEscapeCharacter: 'JSON_STRING',
  InvalidUnicode: 'JSON_STRING',
};
