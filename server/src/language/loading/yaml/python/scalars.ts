import { type Cursor, isBreak, isEnd, isGap } from './cursor.ts';

const isBlank = (character: string): boolean => character === ' ' || character === '\t';
const isSpace = (character: string): boolean => character === ' ';

/** What a plain scalar's surroundings decide. */
export interface PlainContext {
  /** The least column of its further lines. */
  readonly indent: number;
  readonly isFlow: boolean;
}

/** Reads a plain scalar. `breaksLine` is set where it moves over a line break: a key may follow there. */
export function scanPlain(
  cursor: Cursor,
  { indent, isFlow }: PlainContext,
): { readonly value: string; readonly breaksLine: boolean } {
  let value = '';
  let gap = '';
  let breaksLine = false;
  while (cursor.peek() !== '#') {
    if (cursor.isAtSeparator() && value !== '') break;
    const length = plainLength(cursor, isFlow);
    if (length === 0) break;
    breaksLine = false;
    value += gap + cursor.text.slice(cursor.index, cursor.index + length);
    cursor.forward(length);
    const space = plainGap(cursor, indent, isFlow);
    breaksLine = space.breaksLine;
    if (space.text === '' || (!isFlow && cursor.column < indent)) break;
    gap = space.text;
  }
  return { value, breaksLine };
}

function plainLength(cursor: Cursor, isFlow: boolean): number {
  const isC = cursor.reader === 'libyaml';
  for (let length = 0; ; length++) {
    const character = cursor.peek(length);
    if (isGap(character)) return length;
    const next = cursor.peek(length + 1);
    if (character === ':' && isGap(next)) return length;
    if (!isFlow) continue;
    if (character === ':' && /[,?[\]{}]/.test(next) && isC) {
      cursor.forward(length);
      cursor.fail("found unexpected ':'");
    }
    if (character === ':' && /[,[\]{}]/.test(next)) return length;
    if (/[,[\]{}]/.test(character) || (character === '?' && !isC)) return length;
  }
}

/** The space between two parts of a plain scalar, folded. Only libyaml counts tabs as space. */
function plainGap(
  cursor: Cursor,
  indent: number,
  isFlow: boolean,
): { readonly text: string; readonly breaksLine: boolean } {
  const isC = cursor.reader === 'libyaml';
  const spaces = cursor.take(isC ? isBlank : isSpace);
  if (!isBreak(cursor.peek())) return { text: spaces, breaksLine: false };
  const first = cursor.takeBreak();
  let breaks = '';
  for (;;) {
    if (cursor.isAtSeparator()) return { text: '', breaksLine: true };
    if (isBreak(cursor.peek())) breaks += cursor.takeBreak();
    else if (cursor.peek() === ' ') cursor.forward();
    else if (isC && cursor.peek() === '\t') {
      if (cursor.column < indent && !isFlow) cursor.fail('found a tab character that violates indentation');
      cursor.forward();
    } else break;
  }
  return { text: folded(first, breaks), breaksLine: true };
}

/** What a line break and the empty lines after it become. */
function folded(first: string, breaks: string): string {
  if (first !== '\n') return first + breaks;
  return breaks === '' ? ' ' : breaks;
}

const escapes: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1B',
  ' ': ' ',
  '"': '"',
  '\\': '\\',
  '/': '/',
  N: '\u0085',
  _: '\u00A0',
  L: '\u2028',
  P: '\u2029',
};
const codeLengths: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** Reads a scalar in quotes. */
export function scanQuoted(cursor: Cursor): string {
  const quote = cursor.peek();
  const isDouble = quote === '"';
  cursor.forward();
  let value = quotedText(cursor, isDouble);
  while (cursor.peek() !== quote) {
    value += quotedGap(cursor);
    value += quotedText(cursor, isDouble);
  }
  cursor.forward();
  return value;
}

function quotedText(cursor: Cursor, isDouble: boolean): string {
  let value = '';
  for (;;) {
    value += cursor.take(character => !/['"\\]/.test(character) && !isGap(character));
    const character = cursor.peek();
    if (!isDouble && character === "'" && cursor.peek(1) === "'") {
      value += "'";
      cursor.forward(2);
    } else if (isDouble ? character === "'" : character === '"' || character === '\\') {
      value += character;
      cursor.forward();
    } else if (isDouble && character === '\\') value += escaped(cursor);
    else return value;
  }
}

function escaped(cursor: Cursor): string {
  cursor.forward();
  const character = cursor.peek();
  if (Object.hasOwn(escapes, character)) {
    cursor.forward();
    return escapes[character]!;
  }
  if (isBreak(character)) {
    cursor.takeBreak();
    return quotedBreaks(cursor);
  }
  if (!Object.hasOwn(codeLengths, character)) cursor.fail('found unknown escape character');
  cursor.forward();
  const digits = cursor.text.slice(cursor.index, cursor.index + codeLengths[character]!);
  if (digits.length < codeLengths[character]! || !/^[0-9a-fA-F]+$/.test(digits))
    cursor.fail('did not find expected hexdecimal number');
  const code = Number.parseInt(digits, 16);
  if (code > 0x10ffff || (cursor.reader === 'libyaml' && code >= 0xd800 && code <= 0xdfff))
    cursor.fail('found invalid Unicode character escape code');
  cursor.forward(digits.length);
  return String.fromCodePoint(code);
}

function quotedGap(cursor: Cursor): string {
  const spaces = cursor.take(isBlank);
  const character = cursor.peek();
  if (isBreak(character)) {
    const first = cursor.takeBreak();
    return folded(first, quotedBreaks(cursor));
  }
  if (isEnd(character)) cursor.fail('found unexpected end of stream');
  return spaces;
}

function quotedBreaks(cursor: Cursor): string {
  let breaks = '';
  for (;;) {
    if (cursor.isAtSeparator()) cursor.fail('found unexpected document separator');
    cursor.take(isBlank);
    if (!isBreak(cursor.peek())) return breaks;
    breaks += cursor.takeBreak();
  }
}

/** Reads a block scalar. `parentIndent` is the column of the collection that it belongs to, -1 for none. */
export function scanBlock(cursor: Cursor, parentIndent: number): string {
  const isFolded = cursor.peek() === '>';
  cursor.forward();
  const { chomping, increment } = blockHeader(cursor);
  endOfHeader(cursor);
  const least = Math.max(parentIndent + 1, 1);
  let indent = least + (increment ?? 1) - 1;
  let breaks: string;
  if (increment === undefined) {
    const found = blockIndentation(cursor, least);
    breaks = found.breaks;
    indent = Math.max(least, found.widest);
  } else breaks = blockBreaks(cursor, indent);
  let value = '';
  let lineBreak = '';
  while (cursor.column === indent && cursor.index < cursor.text.length) {
    value += breaks;
    const startsWithText = !isBlank(cursor.peek());
    value += cursor.take(character => !isEnd(character));
    lineBreak = cursor.takeBreak();
    breaks = blockBreaks(cursor, indent);
    if (cursor.column !== indent || cursor.index >= cursor.text.length) break;
    if (isFolded && lineBreak === '\n' && startsWithText && !isBlank(cursor.peek())) {
      if (breaks === '') value += ' ';
    } else value += lineBreak;
  }
  if (chomping !== '-') value += lineBreak;
  return chomping === '+' ? value + breaks : value;
}

function blockHeader(cursor: Cursor): { chomping: string | undefined; increment: number | undefined } {
  const [header, , before, digit, after] = /^(([-+])?(\d)?([-+])?)/.exec(
    cursor.text.slice(cursor.index, cursor.index + 3),
  ) as RegExpExecArray;
  if (digit === '0') cursor.fail('found an indentation indicator equal to 0');
  // A sign on each side of the digit, or two signs: the second belongs to no header.
  const length = before !== undefined && after !== undefined ? header.length - 1 : header.length;
  cursor.forward(length);
  return { chomping: before ?? after, increment: digit === undefined ? undefined : Number(digit) };
}

function endOfHeader(cursor: Cursor): void {
  const isC = cursor.reader === 'libyaml';
  if (!isC && cursor.peek() !== ' ' && !isEnd(cursor.peek()))
    cursor.fail('expected chomping or indentation indicators');
  const gap = cursor.take(isC ? isBlank : isSpace);
  if (cursor.peek() === '#' && (gap !== '' || isC)) cursor.take(character => !isEnd(character));
  if (!isEnd(cursor.peek())) cursor.fail('did not find expected comment or line break');
  cursor.takeBreak();
}

function blockIndentation(cursor: Cursor, least: number): { breaks: string; widest: number } {
  let breaks = '';
  let widest = 0;
  for (;;) {
    cursor.take(isSpace);
    widest = Math.max(widest, cursor.column);
    if (cursor.reader === 'libyaml' && cursor.peek() === '\t' && cursor.column < least)
      cursor.fail('found a tab character where an indentation space is expected');
    if (!isBreak(cursor.peek())) return { breaks, widest };
    breaks += cursor.takeBreak();
  }
}

function blockBreaks(cursor: Cursor, indent: number): string {
  let breaks = '';
  for (;;) {
    while (cursor.column < indent && cursor.peek() === ' ') cursor.forward();
    if (cursor.reader === 'libyaml' && cursor.peek() === '\t' && cursor.column < indent)
      cursor.fail('found a tab character where an indentation space is expected');
    if (!isBreak(cursor.peek())) return breaks;
    breaks += cursor.takeBreak();
  }
}
