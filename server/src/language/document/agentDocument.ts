import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position, Range } from 'vscode-languageserver-types';
import { lazy } from '../lazy.ts';
import { type FrontMatter, splitFrontMatter, wholeText } from './frontmatter.ts';
import { parseJsonTree } from './jsonTree.ts';
import type { OffsetRange } from './offsets.ts';
import { yamlTreeAfter } from './reparse.ts';
import {
  findSuspiciousCharacters,
  joinSuspiciousCharacters,
  noSuspiciousCharacters,
  type SuspiciousCharacters,
} from './suspiciousCharacters.ts';
import { parseTomlTree } from './tomlTree.ts';
import { isMap, isScalar, isSeq, type Node, spanOf } from './yamlNodes.ts';
import { type Entry, parseYamlTree, type YamlTree } from './yamlTree.ts';

/** So many entries are looked through faster than a map of them is made. */
const fewEntries = 20;

/** The path to a value: keys of mappings and indices of lists, outermost first. */
export type Path = readonly (string | number)[];

/** How a file is written, by the end of its name. */
export type Format = 'markdown' | 'json' | 'toml';

/** The format of the file with a name, a path or a URI. */
export function formatOf(path: string): Format {
  if (/\.jsonc?$/i.test(path)) return 'json';
  return /\.toml$/i.test(path) ? 'toml' : 'markdown';
}

/**
 * An agent file at one version, with its front matter ranges and its tolerant YAML tree. A JSON or TOML file is all front
 * matter: its tree has the same form. Creating one never throws; errors are in `yaml.errors` and in the loader's issues.
 */
export class AgentDocument {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  readonly format: Format;
  readonly frontMatter: FrontMatter;
  readonly yaml: YamlTree;
  readonly #lines: TextDocument;
  /** The lines of the front matter only: it has almost all positions that are needed, and prompts are long. */
  readonly #frontLines = lazy(() =>
    TextDocument.create('', '', 0, this.text.slice(0, this.frontMatter.body.start)),
  );
  readonly #body: Body;
  readonly #byKey = lazy(() => new Map(this.yaml.entries.map(entry => [entry.key, entry])));

  /** `previous` is the document before an edit, whose unchanged parts are reused. */
  constructor(source: TextDocument, previous?: AgentDocument) {
    this.#lines = source;
    this.uri = source.uri;
    this.version = source.version;
    this.text = source.getText();
    this.format = formatOf(this.uri);
    this.frontMatter = this.format === 'markdown' ? splitFrontMatter(this.text) : wholeText(this.text);
    const { content } = this.frontMatter;
    if (this.format === 'json') this.yaml = parseJsonTree(this.text, content);
    else if (this.format === 'toml') this.yaml = parseTomlTree(this.text);
    else
      this.yaml = previous ? yamlTreeAfter(this.text, content, previous) : parseYamlTree(this.text, content);
    const body = this.text.slice(this.frontMatter.body.start);
    const isSameBody = previous !== undefined && previous.#body.text === body;
    this.#body = isSameBody ? previous.#body : new Body(body);
  }

  /** Garbled and invisible characters, except for a byte order mark at the start. */
  get suspiciousCharacters(): SuspiciousCharacters {
    const bodyStart = this.frontMatter.body.start;
    const start = this.text.startsWith('\uFEFF') ? 1 : 0;
    const front = joinSuspiciousCharacters(
      noSuspiciousCharacters,
      findSuspiciousCharacters(this.text.slice(start, bodyStart)),
      start,
    );
    return joinSuspiciousCharacters(front, this.#body.suspiciousCharacters, bodyStart);
  }

  /** Whether the text contains a word. */
  includes(word: string): boolean {
    return (
      this.slice({ start: 0, end: this.frontMatter.body.start }).includes(word) || this.#body.includes(word)
    );
  }

  /** What a function makes of the text below the front matter. Made once for each text; offsets are those of the body. */
  ofBody<Value>(make: (body: string) => Value): Value {
    return this.#body.of(make);
  }

  /** A document made from text only, for the CLI and the tests. */
  static of(text: string, uri: string): AgentDocument {
    return new AgentDocument(TextDocument.create(uri, 'markdown', 0, text));
  }

  /** The top-level key `key`; the last of duplicates, which is the one that tools keep. */
  entry(key: string): Entry | undefined {
    const { entries } = this.yaml;
    // Rules ask for every key of a file, however many there are.
    return entries.length > fewEntries
      ? this.#byKey().get(key)
      : entries.findLast(entry => entry.key === key);
  }

  /** The text in `range`. */
  slice(range: OffsetRange): string {
    return this.text.slice(range.start, range.end);
  }

  /** The range of the value at `path`; `undefined` for no value or invalid YAML. */
  rangeOf(path: Path): OffsetRange | undefined {
    if (path.length === 1) return this.entry(String(path[0]))?.range;
    return spanOf(this.#find(path)?.value);
  }

  /** The range of the last key of `path`; that of the list item when `path` ends in an index. */
  keyRangeOf(path: Path): OffsetRange | undefined {
    if (path.length === 1) return this.entry(String(path[0]))?.keyRange;
    const found = this.#find(path);
    return spanOf(found?.key) ?? spanOf(found?.value);
  }

  /** The zero-based line and UTF-16 character of an offset. */
  positionAt(offset: number): Position {
    return offset < this.frontMatter.body.start
      ? this.#frontLines().positionAt(offset)
      : this.#lines.positionAt(offset);
  }

  /** The offset of a position, clamped to the end of the line or text. */
  offsetAt(position: Position): number {
    return this.#lines.offsetAt(position);
  }

  /** A range in LSP form. */
  toRange(range: OffsetRange): Range {
    return { start: this.positionAt(range.start), end: this.positionAt(range.end) };
  }

  #find(path: Path): { key: Node | undefined; value: Node | undefined } | undefined {
    let found: { key: Node | undefined; value: Node | undefined } = {
      key: undefined,
      value: this.entry(String(path[0]))?.node,
    };
    for (const step of path.slice(1)) {
      const node: Node | undefined = found.value;
      if (isMap(node)) {
        const pair = node.items.findLast(
          item => isScalar(item.key) && String(item.key.value) === String(step),
        );
        if (!pair) return undefined;
        found = { key: pair.key as Node, value: (pair.value as Node | null) ?? undefined };
      } else if (isSeq(node)) {
        found = { key: undefined, value: node.items[Number(step)] as Node | undefined };
      } else return undefined;
    }
    return found;
  }
}

/** The text below the front matter. It is long and rarely changes, so results are cached. */
class Body {
  readonly #words = new Map<string, boolean>();
  readonly #made = new Map<unknown, unknown>();
  readonly #suspiciousCharacters = lazy(() => findSuspiciousCharacters(this.text));

  constructor(readonly text: string) {}

  get suspiciousCharacters(): SuspiciousCharacters {
    return this.#suspiciousCharacters();
  }

  of<Value>(make: (body: string) => Value): Value {
    if (!this.#made.has(make)) this.#made.set(make, make(this.text));
    return this.#made.get(make) as Value;
  }

  includes(word: string): boolean {
    const known = this.#words.get(word) ?? this.text.includes(word);
    this.#words.set(word, known);
    return known;
  }
}
