import { parse, TomlDate } from 'smol-toml';
import { lineEnd } from './lines.ts';
import type { OffsetRange } from './offsets.ts';
import { endOfString, keysAt } from './tomlScan.ts';
import { type Node, Pair, Scalar, YAMLMap, YAMLSeq } from './yamlNodes.ts';

/**
 * The node of a value of a TOML text, tolerantly: what cannot be parsed is a scalar with its raw text. Values that are
 * nested in more than `depth` lists and tables are scalars, too.
 */
export function tomlValue(text: string, range: OffsetRange, depth: number): Node {
  return new Reader(text, range.end).value(range.start, depth).node;
}

/** A node, and the offset behind it. */
interface Read {
  readonly node: Node;
  readonly end: number;
}

class Reader {
  constructor(
    private readonly text: string,
    private readonly end: number,
  ) {}

  value(start: number, depth: number): Read {
    const first = this.text[start];
    if (depth > 0 && first === '[') return this.#list(start, depth);
    if (depth > 0 && first === '{') return this.#table(start, depth);
    return this.#scalar(start, depth <= 0);
  }

  #list(start: number, depth: number): Read {
    const node = new YAMLSeq<Node>();
    node.flow = true;
    let at = this.#skip(start + 1);
    while (at < this.end && this.text[at] !== ']') {
      const item = this.value(at, depth - 1);
      if (item.end > at) node.items.push(item.node);
      at = this.#next(Math.max(item.end, at + 1));
    }
    return this.#closed(node, start, at);
  }

  #table(start: number, depth: number): Read {
    const node = new YAMLMap<Scalar, Node | null>();
    node.flow = true;
    let at = this.#skip(start + 1);
    while (at < this.end && this.text[at] !== '}') {
      const { parts, end } = keysAt(this.text, at);
      const isPair = parts.length > 0 && this.text[end] === '=';
      const value = isPair ? this.value(this.#skip(end + 1), depth - 1) : this.#scalar(at, false);
      // A dotted key is one key here: what reads inline tables reads short ones.
      if (isPair) {
        const key = new Scalar(parts.map(({ text }) => text).join('.'));
        key.range = [parts[0]!.range.start, parts.at(-1)!.range.end, parts.at(-1)!.range.end];
        node.items.push(new Pair<Scalar, Node | null>(key, value.node));
      }
      at = this.#next(Math.max(value.end, at + 1));
    }
    return this.#closed(node, start, at);
  }

  #closed(node: YAMLSeq | YAMLMap, start: number, at: number): Read {
    const end = Math.min(at + 1, this.end);
    node.range = [start, end, end];
    return { node, end };
  }

  /** A string, number, boolean or date; with `whole` whatever is left. */
  #scalar(start: number, whole: boolean): Read {
    const quote = this.text[start];
    const isString = quote === '"' || quote === "'";
    let end = whole ? this.end : isString ? endOfString(this.text, start) : start;
    if (!whole && !isString) while (end < this.end && !/[,\]}#\r\n]/.test(this.text[end]!)) end++;
    while (end > start && /\s/.test(this.text[end - 1]!)) end--;
    end = Math.min(end, this.end);
    const written = this.text.slice(start, end);
    const node = new Scalar(whole ? written : scalarValue(written));
    node.range = [start, end, end];
    node.source = written;
    const isLong = written.startsWith('"""') || written.startsWith("'''");
    node.type = isLong
      ? 'BLOCK_LITERAL'
      : quote === '"'
        ? 'QUOTE_DOUBLE'
        : isString
          ? 'QUOTE_SINGLE'
          : 'PLAIN';
    return { node, end };
  }

  /** The offset behind a comma and white space. */
  #next(from: number): number {
    const at = this.#skip(from);
    return this.text[at] === ',' ? this.#skip(at + 1) : at;
  }

  /** The offset behind white space, line breaks and comments. */
  #skip(from: number): number {
    let at = from;
    for (; at < this.end; at++) {
      if (this.text[at] === '#') at = lineEnd(this.text, at) - 1;
      else if (!/\s/.test(this.text[at]!)) break;
    }
    return Math.min(at, this.end);
  }
}

function scalarValue(written: string): unknown {
  try {
    const { value } = parse(`value = ${written}`);
    return value instanceof TomlDate ? value.toISOString() : value;
  } catch {
    return written;
  }
}
