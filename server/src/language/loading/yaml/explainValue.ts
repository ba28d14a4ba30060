import type { AgentDocument } from '../../document/agentDocument.ts';
import { type OffsetRange, trimRange } from '../../document/offsets.ts';
import type { Entry } from '../../document/yamlTree.ts';
import { strayLine } from './explainLine.ts';
import { linesOf } from './lines.ts';
import type { BareCause } from './yamlCause.ts';

/** What is wrong with one value. */
export type ValueCause = BareCause;

/** A value as written. */
interface Written {
  readonly text: string;
  /** Turns an index of `text` and a length into a place in the document. */
  readonly at: (index: number, length: number) => OffsetRange;
}

/** Explains why the value of one key cannot be read alone; `undefined` when no cause is found. */
export function explainValue(document: AgentDocument, entry: Entry): ValueCause | undefined {
  const colon = document.text.indexOf(':', entry.keyRange.end) + 1;
  const range = trimRange(document.text, { start: colon, end: entry.lines.end });
  const text = document.slice(range);
  // A value that starts below its key is a list or a mapping: only its own lines can be wrong.
  if (/[\r\n]/.test(document.slice({ start: colon, end: range.start }))) return itemCause(document, entry);
  const at = (index: number, length: number): OffsetRange => ({
    start: range.start + index,
    end: Math.min(range.start + index + length, range.end),
  });
  const further = { start: at(endOfFirstLine(text) + 1, 0).end, end: range.end };
  const stray = strayLine(document, further);
  const cause = textCause({ text, at });
  // An unclosed bracket includes lines below that are not part of the value.
  const isStray = stray && (/^[[{]/.test(text) || (cause && cause.range.start > stray.range.start));
  if (cause && !isStray) {
    const goesOn =
      stray ?? strayLine(document, { start: entry.lines.end, end: document.frontMatter.content.end });
    return { ...cause, ...(goesOn && cause.slip !== 'item' && { advice: asBlock }), key: entry.key };
  }
  return stray ?? (/^[|>]/.test(text) ? dedentedLine(document, further) : undefined);
}

/** What to do about a value whose further lines are not indented: quotes alone do not repair it. */
const asBlock = 'Write the value as a block scalar (`|`), with every further line indented';

/** Explains a value that quotes would fix. */
function textCause(value: Written): ValueCause | undefined {
  const { text, at } = value;
  const first = text[0] ?? '';
  switch (first) {
    case '"':
    case "'":
      return quoteCause(value, first);
    case '[':
    case '{':
      return bracketCause(value, first);
    case '*':
    case '&':
    case '!':
      return {
        slip: 'mark',
        range: at(0, /^\S*/.exec(text)![0].length),
        problem: `Unquoted value starts with \`${first}\`, which marks ${marks[first]}`,
        advice: 'Put the value in quotes',
      };
    case '@':
    case '`':
    case '%':
    case ',':
    case ']':
    case '}':
      return {
        slip: 'mark',
        range: at(0, 1),
        problem: `Unquoted value starts with ${first === '`' ? '`` ` ``' : `\`${first}\``}`,
        advice: 'Put the value in quotes',
      };
    case '|':
    case '>':
      if (!/^[|>][-+0-9]*[ \t]+[^#\s]/.test(text)) return undefined;
      return {
        range: at(0, endOfFirstLine(text)),
        problem: `Text on the same line as \`${first}\``,
        advice: 'Move it to the next line, indented, or put the value in quotes',
      };
  }
  if (/^[-?](?:\s|$)/.test(text))
    return {
      slip: 'item',
      range: at(0, 1),
      problem: 'List item on the same line as its key',
      advice: 'Start the items on the next line, or put the value in quotes',
    };
  return colonCause(value);
}

const marks = { '*': 'an alias', '&': 'an anchor', '!': 'a tag' } as const;

/** Returns the quoted text that a value starts with; `undefined` when the quotes are never closed. */
function quoted(text: string): string | undefined {
  return (text[0] === '"' ? /^"(?:[^"\\]|\\[\s\S])*"/ : /^'(?:[^']|'')*'/).exec(text)?.[0];
}

function quoteCause({ text, at }: Written, quote: string): ValueCause | undefined {
  const whole = quoted(text);
  if (whole === undefined)
    return {
      slip: 'quote',
      range: at(0, endOfFirstLine(text)),
      problem: 'Quotation mark is never closed',
      advice: 'Close it, or double one that belongs to the text',
    };
  const rest = text.slice(whole.length);
  const follows = /^[ \t]*[^\s#]/.exec(rest);
  if (follows)
    return {
      slip: 'quote',
      range: at(whole.length, endOfFirstLine(rest)),
      problem: `Text after the closing \`${quote}\` of the value`,
      advice:
        quote === "'"
          ? "Double the apostrophe (`''`), or put the value in double quotes"
          : 'Put the whole value in quotes',
    };
  const badEscape = quote === '"' ? /\\(?:\\|(?![0abtnvfre "/N_LPxuU\r\n\t]))[\s\S]/g : undefined;
  for (const match of badEscape ? whole.matchAll(badEscape) : []) {
    if (match[0] === '\\\\') continue;
    return {
      range: at(match.index, match[0].length),
      problem: `\`${match[0]}\` is not an escape sequence in double quotes`,
      advice: `Write \`\\${match[0]}\`, or use single quotes`,
    };
  }
  return undefined;
}

function bracketCause({ text, at }: Written, open: string): ValueCause {
  const close = open === '[' ? ']' : '}';
  const end = text.indexOf(close);
  const what = open === '[' ? 'a list' : 'a mapping';
  if (end < 0)
    return {
      range: at(0, endOfFirstLine(text)),
      problem: `\`${open}\` opens ${what} that is never closed`,
      advice: `Add \`${close}\``,
    };
  const rest = text.slice(text.lastIndexOf(close) + 1);
  if (rest.trim() !== '' && !/^\s+#/.test(rest))
    return {
      range: at(0, endOfFirstLine(text)),
      problem: `Text after ${what} in \`${open}${close}\``,
      advice: 'Put the value in quotes',
    };
  return {
    range: at(0, text.length),
    problem: `Value starts like ${what} but cannot be read as one`,
    advice: 'Put items in quotes that contain other characters than letters, digits, `-`, `_` and `/`',
  };
}

function colonCause({ text, at }: Written): ValueCause | undefined {
  const colon = /:(?=[ \t]|\r?$|\r?\n)/.exec(text);
  if (!colon) return undefined;
  const line = text.slice(text.lastIndexOf('\n', colon.index) + 1, colon.index);
  // A further line that looks like a key is a key in the wrong place.
  if (line.length < colon.index && /^[ \t]*[*&@`%!]?[\w$.-]*$/.test(line)) return undefined;
  const before = /\S*$/.exec(text.slice(0, colon.index))![0].slice(-40);
  return {
    slip: 'colon',
    range: at(colon.index - before.length, before.length + 1),
    problem:
      colon.index === text.length - 1 ? 'Unquoted value ends with a colon' : 'Unquoted value contains `: `',
    advice: 'Put the value in quotes, or write it as a block scalar (`|`)',
  };
}

/** Explains a line of a block scalar that is indented less than the first one. */
function dedentedLine(document: AgentDocument, lines: OffsetRange): ValueCause | undefined {
  let indent: number | undefined;
  for (const line of linesOf(document, lines)) {
    const text = document.slice(line).trimEnd();
    if (text === '') continue;
    const own = text.length - text.trimStart().length;
    indent ??= own;
    if (own < indent)
      return {
        range: { start: line.start, end: line.start + text.length },
        problem: 'Line is indented less than the first line of its block',
        advice: 'Indent all lines of a block by at least as much as its first',
      };
  }
  return undefined;
}

/** Explains a block list item that starts with a character that no unquoted value can start with. */
function itemCause(document: AgentDocument, entry: Entry): ValueCause | undefined {
  const match = /^[ \t]*-[ \t]+([*&@`%!]\S*)/m.exec(document.slice(entry.lines));
  if (!match) return undefined;
  const start = entry.lines.start + match.index + match[0].length - match[1]!.length;
  return {
    range: { start, end: start + match[1]!.length },
    problem: `Unquoted list item starts with \`${match[1]![0]}\``,
    advice: 'Put the item in quotes',
  };
}

function endOfFirstLine(value: string): number {
  const end = value.search(/\r?\n/);
  return end < 0 ? value.length : end;
}
