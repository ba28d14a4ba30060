/** Which of the two readers of PyYAML is meant: the one in Python, or the one around libyaml. */
export type PyYamlReader = 'python' | 'libyaml';

/** Why PyYAML gives up on a text, and where: an offset in that text. */
export class PyYamlError extends Error {
  constructor(
    readonly reason: string,
    readonly offset: number,
  ) {
    super(reason);
  }
}

/** Stands for the end of the text, as in PyYAML. A text that contains it is refused first. */
export const textEnd = '\0';

/** True for a character that ends a line. */
export function isBreak(character: string): boolean {
  return (
    character === '\n' ||
    character === '\r' ||
    character === '\u0085' ||
    character === '\u2028' ||
    character === '\u2029'
  );
}

/** True for the end of a line or of the text. */
export function isEnd(character: string): boolean {
  return character === textEnd || isBreak(character);
}

/** True for what separates two tokens: a space, a tab, the end of a line or of the text. */
export function isGap(character: string): boolean {
  return character === ' ' || character === '\t' || isEnd(character);
}

/** A place in a text that moves forward only, with its line and column. */
export class Cursor {
  index = 0;
  line = 0;
  column = 0;

  constructor(
    readonly text: string,
    readonly reader: PyYamlReader,
  ) {}

  /** The character `ahead` of the cursor; `textEnd` after the last one. */
  peek(ahead = 0): string {
    return this.text[this.index + ahead] ?? textEnd;
  }

  forward(length = 1): void {
    const to = Math.min(this.index + length, this.text.length);
    for (; this.index < to; this.index++) {
      const character = this.text[this.index]!;
      if (isBreak(character) && !(character === '\r' && this.text[this.index + 1] === '\n')) {
        this.line++;
        this.column = 0;
      } else if (this.isCounted(character)) this.column++;
    }
  }

  /** A byte order mark takes no column in Python, and none at the start for libyaml. */
  private isCounted(character: string): boolean {
    if (character === '\uFEFF') return this.reader === 'libyaml' && this.index > 0;
    return !isLowSurrogate(character);
  }

  /** Moves over the characters for which `isMeant` holds, and returns them. */
  take(isMeant: (character: string) => boolean): string {
    const start = this.index;
    let length = 0;
    while (start + length < this.text.length && isMeant(this.text[start + length]!)) length++;
    this.forward(length);
    return this.text.slice(start, start + length);
  }

  /** Moves over one line break; the result is `\n` for the usual ones, nothing where there is none. */
  takeBreak(): string {
    const character = this.peek();
    if (!isBreak(character)) return '';
    this.forward(character === '\r' && this.peek(1) === '\n' ? 2 : 1);
    return character === '\u2028' || character === '\u2029' ? character : '\n';
  }

  /** True at a line that starts with `---` or `...` alone: it ends a document, wherever it is. */
  isAtSeparator(): boolean {
    if (this.column !== 0) return false;
    const three = this.text.slice(this.index, this.index + 3);
    return (three === '---' || three === '...') && isGap(this.peek(3));
  }

  fail(reason: string): never {
    throw new PyYamlError(reason, this.index);
  }
}

function isLowSurrogate(character: string): boolean {
  return character >= '\uDC00' && character <= '\uDFFF';
}
