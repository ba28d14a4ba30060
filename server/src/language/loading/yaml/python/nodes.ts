import { PyYamlError, type PyYamlReader } from './cursor.ts';
import { type Token, type TokenKind, tokensOf } from './scanner.ts';

/** A node of YAML before it is a value. An alias is the node of its anchor, so nodes can contain themselves. */
export interface YamlNode {
  readonly kind: 'scalar' | 'sequence' | 'mapping';
  /** The tag as written, in full; `undefined` where the value decides. */
  readonly tag: string | undefined;
  readonly start: number;
  /** A scalar's text. */
  readonly text: string;
  /** True for a scalar whose text decides its type: without quotes. */
  readonly isPlain: boolean;
  readonly items: YamlNode[];
  readonly pairs: [YamlNode, YamlNode][];
}

const defaultTags: Readonly<Record<string, string>> = { '!': '!', '!!': 'tag:yaml.org,2002:' };

/** Python gives up on text that is nested more deeply than it has stack for. */
const deepest = 200;

/** Reads the single document of a text; `undefined` when there is none. Throws a `PyYamlError`. */
export function composeNode(text: string, reader: PyYamlReader): YamlNode | undefined {
  return new Composer(tokensOf(text, reader), reader).document();
}

class Composer {
  private at = 0;
  private depth = 0;
  private readonly anchors = new Map<string, YamlNode>();
  private readonly handles = new Map(Object.entries(defaultTags));

  constructor(
    private readonly tokens: readonly Token[],
    private readonly reader: PyYamlReader,
  ) {}

  document(): YamlNode | undefined {
    if (this.is('streamEnd')) return undefined;
    const hasDirectives = this.is('directive');
    while (this.is('directive')) {
      const { tag } = this.take();
      if (tag?.handle !== undefined) this.handles.set(tag.handle, tag.suffix);
    }
    const isExplicit = hasDirectives || this.is('documentStart');
    if (isExplicit) this.expect('documentStart');
    const isEmpty = isExplicit && this.is('directive', 'documentStart', 'documentEnd', 'streamEnd');
    const root = isEmpty ? this.empty(this.peek().start) : this.node(true);
    this.skip('documentEnd');
    if (this.is('streamEnd')) return root;
    const { start } = this.peek();
    if (this.is('directive', 'documentStart'))
      throw new PyYamlError('expected a single document in the stream', start);
    throw new PyYamlError("did not find expected '<document start>'", start);
  }

  private peek(): Token {
    const token = this.tokens[this.at]!;
    if (token.kind === 'error') throw new PyYamlError(token.text, token.start);
    return token;
  }

  private take(): Token {
    const token = this.peek();
    this.at++;
    return token;
  }

  private is(...kinds: readonly TokenKind[]): boolean {
    return kinds.includes(this.peek().kind);
  }

  private skip(kind: TokenKind): void {
    while (this.is(kind)) this.take();
  }

  private expect(kind: TokenKind): Token {
    if (!this.is(kind)) throw new PyYamlError(`did not find expected '<${kind}>'`, this.peek().start);
    return this.take();
  }

  private empty(start: number): YamlNode {
    return { kind: 'scalar', tag: undefined, start, text: '', isPlain: true, items: [], pairs: [] };
  }

  private node(isBlock: boolean, canBeIndentless = false): YamlNode {
    if (++this.depth > deepest) throw new PyYamlError('maximum recursion depth exceeded', this.peek().start);
    const node = this.nodeHere(isBlock, canBeIndentless);
    this.depth--;
    return node;
  }

  private nodeHere(isBlock: boolean, canBeIndentless: boolean): YamlNode {
    const { start } = this.peek();
    if (this.is('alias')) {
      const { text } = this.take();
      const node = this.anchors.get(text);
      if (!node) throw new PyYamlError(`found undefined alias '${text}'`, start);
      return node;
    }
    const { anchor, tag } = this.properties();
    const token = this.peek();
    const { kind } = token;
    const node: YamlNode = {
      kind: kind === 'scalar' ? 'scalar' : /\{|Mapping/.test(kind) ? 'mapping' : 'sequence',
      tag,
      start,
      text: token.text,
      isPlain: (token.isPlain && tag === undefined) || tag === '!',
      items: [],
      pairs: [],
    };
    const isIndentless = canBeIndentless && kind === '-';
    const isCollection = kind === '[' || kind === '{' || (isBlock && /^block(?:Seq|Map)/.test(kind));
    if (!isIndentless && !isCollection && kind !== 'scalar') {
      if (anchor === undefined && tag === undefined)
        throw new PyYamlError('did not find expected node content', token.start);
      const nothing = {
        ...this.empty(start),
        tag,
        isPlain: tag === undefined || (tag === '!' && this.reader === 'python'),
      };
      this.name(anchor, nothing);
      return nothing;
    }
    this.name(anchor, node);
    if (isIndentless) this.indentless(node);
    else {
      this.take();
      if (kind === 'blockSequence') this.blockSequence(node);
      else if (kind === 'blockMapping') this.blockMapping(node);
      else if (kind === '[') this.flowSequence(node);
      else if (kind === '{') this.flowMapping(node);
    }
    return node;
  }

  private name(anchor: string | undefined, node: YamlNode): void {
    if (anchor === undefined) return;
    if (this.anchors.has(anchor)) throw new PyYamlError('found duplicate anchor', node.start);
    this.anchors.set(anchor, node);
  }

  /** An anchor and a tag, in either order, each once. */
  private properties(): { readonly anchor: string | undefined; readonly tag: string | undefined } {
    const first = this.is('anchor', 'tag') ? this.take() : undefined;
    const other = first?.kind === 'anchor' ? 'tag' : 'anchor';
    const second = first && this.is(other) ? this.take() : undefined;
    const found = [first, second];
    const tagged = found.find(token => token?.kind === 'tag');
    return {
      anchor: found.find(token => token?.kind === 'anchor')?.text,
      tag: tagged && this.tagOf(tagged),
    };
  }

  private tagOf({ tag, start }: Token): string {
    const { handle, suffix } = tag!;
    if (handle === undefined) return suffix;
    const prefix = this.handles.get(handle);
    if (prefix === undefined) throw new PyYamlError('found undefined tag handle', start);
    return prefix + suffix;
  }

  /** The node of an entry, or nothing where one of `ends` follows. */
  private entry(ends: readonly TokenKind[], isBlock: boolean, canBeIndentless = false): YamlNode {
    return this.is(...ends) ? this.empty(this.peek().start) : this.node(isBlock, canBeIndentless);
  }

  private valueAfter(entry: () => YamlNode): YamlNode {
    if (!this.is('value')) return this.empty(this.peek().start);
    this.take();
    return entry();
  }

  private blockSequence(node: YamlNode): void {
    while (this.is('-')) {
      this.take();
      node.items.push(this.entry(['-', 'blockEnd'], true));
    }
    if (!this.is('blockEnd')) throw new PyYamlError("did not find expected '-' indicator", this.peek().start);
    this.take();
  }

  private indentless(node: YamlNode): void {
    while (this.is('-')) {
      this.take();
      node.items.push(this.entry(['-', 'key', 'value', 'blockEnd'], true));
    }
  }

  private blockMapping(node: YamlNode): void {
    const ends = ['key', 'value', 'blockEnd'] as const;
    while (this.is('key')) {
      this.take();
      const key = this.entry(ends, true, true);
      const value = this.valueAfter(() => this.entry(ends, true, true));
      node.pairs.push([key, value]);
    }
    if (!this.is('blockEnd')) throw new PyYamlError('did not find expected key', this.peek().start);
    this.take();
  }

  private flowSequence(node: YamlNode): void {
    for (let isFirst = true; !this.is(']'); isFirst = false) {
      if (!isFirst) {
        if (!this.is(',')) throw new PyYamlError("did not find expected ',' or ']'", this.peek().start);
        this.take();
        if (this.is(']')) break;
      }
      if (!this.is('key')) {
        node.items.push(this.node(false));
        continue;
      }
      const { start } = this.take();
      const key = this.entry(['value', ',', ']'], false);
      const value = this.valueAfter(() => this.entry([',', ']'], false));
      const single = { ...this.empty(start), kind: 'mapping' as const };
      single.pairs.push([key, value]);
      node.items.push(single);
    }
    this.take();
  }

  private flowMapping(node: YamlNode): void {
    for (let isFirst = true; !this.is('}'); isFirst = false) {
      if (!isFirst) {
        if (!this.is(',')) throw new PyYamlError("did not find expected ',' or '}'", this.peek().start);
        this.take();
        if (this.is('}')) break;
      }
      if (!this.is('key')) {
        const key = this.node(false);
        node.pairs.push([key, this.empty(this.peek().start)]);
        continue;
      }
      this.take();
      const key = this.entry(['value', ',', '}'], false);
      const value = this.valueAfter(() => this.entry([',', '}'], false));
      node.pairs.push([key, value]);
    }
    this.take();
  }
}
