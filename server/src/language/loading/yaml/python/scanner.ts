import { Cursor, isBreak, isEnd, isGap, PyYamlError, type PyYamlReader } from './cursor.ts';
import { scanBlock, scanPlain, scanQuoted } from './scalars.ts';
import { scanAnchor, scanDirective, scanTag, type Tag } from './tags.ts';

export type TokenKind =
  | 'directive'
  | 'documentStart'
  | 'documentEnd'
  | 'blockSequence'
  | 'blockMapping'
  | 'blockEnd'
  | '['
  | ']'
  | '{'
  | '}'
  | ','
  | '-'
  | 'key'
  | 'value'
  | 'alias'
  | 'anchor'
  | 'tag'
  | 'scalar'
  | 'streamEnd'
  | 'error';

/** A token of YAML. An error is one too: it counts when a parser gets there. */
export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  /** A scalar's text, an anchor's name, a directive's tag handle. */
  readonly text: string;
  readonly isPlain: boolean;
  readonly tag?: Tag;
}

/** A token that is a key if a colon follows it on its line. */
interface PossibleKey {
  /** Its index among the tokens. */
  readonly at: number;
  readonly index: number;
  readonly line: number;
  readonly column: number;
  /** Set where it can be nothing but a key. */
  readonly isRequired: boolean;
}

/** A key ends at most so many characters after its start. */
const longestKey = 1024;

/** Splits a text into the tokens that PyYAML sees; the last one is the end, or an error. */
export function tokensOf(text: string, reader: PyYamlReader): readonly Token[] {
  return new Scanner(text, reader).scan();
}

class Scanner {
  readonly tokens: Token[] = [];
  readonly cursor: Cursor;
  private readonly keys = new Map<number, PossibleKey>();
  private readonly indents: number[] = [];
  private indent = -1;
  private flow = 0;
  private canBeKey = true;

  constructor(text: string, reader: PyYamlReader) {
    this.cursor = new Cursor(text, reader);
  }

  scan(): readonly Token[] {
    try {
      while (this.tokens.at(-1)?.kind !== 'streamEnd') this.next();
    } catch (error) {
      if (!(error instanceof PyYamlError)) throw error;
      // A token that may still turn out to be a key waits for the next ones: its reader gets the error instead.
      this.tokens.length = Math.min(this.tokens.length, ...[...this.keys.values()].map(({ at }) => at));
      this.tokens.push({ kind: 'error', start: error.offset, text: error.reason, isPlain: false });
    }
    return this.tokens;
  }

  private next(): void {
    const { cursor } = this;
    this.skipToToken();
    this.dropStaleKeys();
    this.unwind(cursor.column);
    const character = cursor.peek();
    const next = cursor.peek(1);
    if (cursor.index >= cursor.text.length) this.end();
    else if (cursor.column === 0 && character === '%') this.directive();
    else if (cursor.isAtSeparator()) this.separator(character === '-' ? 'documentStart' : 'documentEnd');
    else if (character === '[' || character === '{') this.open(character);
    else if (character === ']' || character === '}') this.close(character);
    else if (character === ',') this.entry();
    else if (character === '-' && isGap(next)) this.item();
    else if (character === '?' && (this.flow > 0 || isGap(next))) this.keyIndicator();
    else if (character === ':' && (this.flow > 0 || isGap(next))) this.value();
    else if (character === '*' || character === '&') {
      const kind = character === '*' ? 'alias' : 'anchor';
      this.simple(kind, () => ({ text: scanAnchor(cursor) }));
    } else if (character === '!') this.simple('tag', () => ({ tag: scanTag(cursor) }));
    else if ((character === '|' || character === '>') && this.flow === 0) this.block();
    else if (character === "'" || character === '"')
      this.simple('scalar', () => ({ text: scanQuoted(cursor) }));
    else if (this.isPlainStart(character, next)) this.plain();
    else cursor.fail(`found character '${character}' that cannot start any token`);
  }

  private isPlainStart(character: string, next: string): boolean {
    if (!/[\t\-?:,[\]{}#&*!|>'"%@`]/.test(character)) return true;
    if (isGap(next)) return false;
    return character === '-' || (this.flow === 0 && /[?:]/.test(character));
  }

  private skipToToken(): void {
    const { cursor } = this;
    for (;;) {
      const canBeMark = cursor.index === 0 || (cursor.reader === 'libyaml' && cursor.column === 0);
      if (canBeMark && cursor.peek() === '\uFEFF') cursor.forward();
      // To libyaml a tab is space where no key can start.
      const tabs = cursor.reader === 'libyaml' && (this.flow > 0 || !this.canBeKey);
      cursor.take(each => each === ' ' || (tabs && each === '\t'));
      if (cursor.peek() === '#') cursor.take(each => !isEnd(each));
      if (!isBreak(cursor.peek())) return;
      cursor.takeBreak();
      if (this.flow === 0) this.canBeKey = true;
    }
  }

  private push(kind: TokenKind, details: Partial<Token> = {}, start = this.cursor.index): void {
    this.tokens.push({ kind, start, text: '', isPlain: false, ...details });
  }

  private dropStaleKeys(): void {
    // The oldest come first.
    for (const [level, key] of this.keys) {
      if (key.line === this.cursor.line && this.cursor.index - key.index <= longestKey) return;
      if (key.isRequired) this.cursor.fail("could not find expected ':'");
      this.keys.delete(level);
    }
  }

  private saveKey(): void {
    if (!this.canBeKey) return;
    this.dropKey();
    const { index, line, column } = this.cursor;
    const isRequired = this.flow === 0 && this.indent === column;
    this.keys.set(this.flow, { at: this.tokens.length, index, line, column, isRequired });
  }

  private dropKey(): void {
    if (this.keys.get(this.flow)?.isRequired) this.cursor.fail("could not find expected ':'");
    this.keys.delete(this.flow);
  }

  private unwind(column: number): void {
    if (this.flow > 0) return;
    while (this.indent > column) {
      this.indent = this.indents.pop() ?? -1;
      this.push('blockEnd');
    }
  }

  /** Opens a block collection where its first entry is indented further; returns whether it does. */
  private deepen(column: number): boolean {
    if (this.indent >= column) return false;
    this.indents.push(this.indent);
    this.indent = column;
    return true;
  }

  private end(): void {
    this.unwind(-1);
    this.dropKey();
    this.push('streamEnd');
  }

  private directive(): void {
    this.unwind(-1);
    this.dropKey();
    this.canBeKey = false;
    const start = this.cursor.index;
    this.push('directive', scanDirective(this.cursor), start);
  }

  private separator(kind: TokenKind): void {
    this.unwind(-1);
    this.dropKey();
    this.canBeKey = false;
    this.push(kind);
    this.cursor.forward(3);
  }

  private open(kind: TokenKind): void {
    this.saveKey();
    this.flow++;
    this.canBeKey = true;
    this.push(kind);
    this.cursor.forward();
  }

  private close(kind: TokenKind): void {
    this.dropKey();
    this.flow = Math.max(this.flow - 1, 0);
    this.canBeKey = false;
    this.push(kind);
    this.cursor.forward();
  }

  private entry(): void {
    this.canBeKey = true;
    this.dropKey();
    this.push(',');
    this.cursor.forward();
  }

  private item(): void {
    if (this.flow === 0) {
      if (!this.canBeKey) this.cursor.fail('sequence entries are not allowed here');
      if (this.deepen(this.cursor.column)) this.push('blockSequence');
    }
    this.canBeKey = true;
    this.dropKey();
    this.push('-');
    this.cursor.forward();
  }

  private keyIndicator(): void {
    if (this.flow === 0) {
      if (!this.canBeKey) this.cursor.fail('mapping keys are not allowed here');
      if (this.deepen(this.cursor.column)) this.push('blockMapping');
    }
    this.canBeKey = this.flow === 0;
    this.dropKey();
    this.push('key');
    this.cursor.forward();
  }

  private value(): void {
    const key = this.keys.get(this.flow);
    if (key) {
      this.keys.delete(this.flow);
      const token = { start: key.index, text: '', isPlain: false };
      this.tokens.splice(key.at, 0, { kind: 'key', ...token });
      if (this.flow === 0 && this.deepen(key.column))
        this.tokens.splice(key.at, 0, { kind: 'blockMapping', ...token });
      this.canBeKey = false;
    } else {
      if (this.flow === 0) {
        if (!this.canBeKey) this.cursor.fail('mapping values are not allowed here');
        if (this.deepen(this.cursor.column)) this.push('blockMapping');
      }
      this.canBeKey = this.flow === 0;
      this.dropKey();
    }
    this.push('value');
    this.cursor.forward();
  }

  private simple(kind: TokenKind, scan: () => Partial<Token>): void {
    this.saveKey();
    this.canBeKey = false;
    const start = this.cursor.index;
    this.push(kind, scan(), start);
  }

  private plain(): void {
    this.saveKey();
    this.canBeKey = false;
    const start = this.cursor.index;
    const context = { indent: this.indent + 1, isFlow: this.flow > 0 };
    const { value, breaksLine } = scanPlain(this.cursor, context);
    if (breaksLine) this.canBeKey = true;
    this.push('scalar', { text: value, isPlain: true }, start);
  }

  private block(): void {
    this.canBeKey = true;
    this.dropKey();
    const start = this.cursor.index;
    this.push('scalar', { text: scanBlock(this.cursor, this.indent) }, start);
  }
}
