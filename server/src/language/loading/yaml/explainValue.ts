import type { AgentDocument } from '../../document/agentDocument.ts';
import { type OffsetRange, trimRange } from '../../document/offsets.ts';
import type { Entry } from '../../document/yamlTree.ts';
import type { YamlCause } from './explainError.ts';
import { strayLine } from './explainLine.ts';
import { linesOf } from './lines.ts';

/** What is wrong with one value. */
export type ValueCause = Omit<YamlCause, 'code'>;

/** A value as it is written, and how to speak of it. */
interface Written {
  readonly text: string;
  /** Its key, as code. */
  readonly name: string;
  /** Turns an index of `text` and a length into a place in the document. */
  readonly at: (index: number, length: number) => OffsetRange;
}

/** Says why the value of one key cannot be read alone; `undefined` when nothing is to be seen. */
export function explainValue(document: AgentDocument, entry: Entry): ValueCause | undefined {
  const colon = document.text.indexOf(':', entry.keyRange.end) + 1;
  const range = trimRange(document.text, { start: colon, end: entry.lines.end });
  const text = document.slice(range);
  const name = `\`${entry.key}\``;
  // A value that begins below its key is a list or a map: only its own lines can be at fault.
  if (/[\r\n]/.test(document.slice({ start: colon, end: range.start })))
    return itemCause(document, entry, name);
  const at = (index: number, length: number): OffsetRange => ({
    start: range.start + index,
    end: Math.min(range.start + index + length, range.end),
  });
  const further = { start: at(endOfFirstLine(text) + 1, 0).end, end: range.end };
  const stray = strayLine(document, further);
  const cause = textCause({ text, name, at });
  // A bracket that is not closed takes in lines below that are not meant to belong to it.
  const isStray = stray && (/^[[{]/.test(text) || (cause && cause.range.start > stray.range.start));
  if (cause && !isStray) return { ...cause, key: entry.key };
  return stray ?? (/^[|>]/.test(text) ? dedentedLine(document, further, name) : undefined);
}

/** What is wrong with a value that quotes would mend. */
function textCause(value: Written): ValueCause | undefined {
  const { text, name, at } = value;
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
        message: `YAML reads \`${first}\` at the beginning of a value as a mark of its own (${marks[first]}). Put the value of ${name} in quotes.`,
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
        message: `A value without quotes cannot begin with ${first === '`' ? '`` ` ``' : `\`${first}\``}. Put the value of ${name} in quotes.`,
      };
    case '|':
    case '>':
      if (!/^[|>][-+0-9]*[ \t]+[^#\s]/.test(text)) return undefined;
      return {
        range: at(0, endOfFirstLine(text)),
        message: `Behind \`${first}\` the text begins on the next line, indented. Move it there, or put the value of ${name} in quotes.`,
      };
  }
  if (/^[-?](?:\s|$)/.test(text))
    return {
      slip: 'item',
      range: at(0, 1),
      message: `A list item cannot stand on the line of its key. Begin the items of ${name} on the next line, or put the value in quotes.`,
    };
  return colonCause(value);
}

const marks = { '*': 'a reference to an anchor', '&': 'an anchor', '!': 'a tag' } as const;

/** The text in quotes that a value begins with; `undefined` when they are never closed. */
function quoted(text: string): string | undefined {
  return (text[0] === '"' ? /^"(?:[^"\\]|\\[\s\S])*"/ : /^'(?:[^']|'')*'/).exec(text)?.[0];
}

function quoteCause({ text, name, at }: Written, quote: string): ValueCause | undefined {
  const whole = quoted(text);
  if (whole === undefined)
    return {
      slip: 'quote',
      range: at(0, endOfFirstLine(text)),
      message: `The quotation mark that opens the value of ${name} is never closed. Close it, or double one that belongs to the text.`,
    };
  const rest = text.slice(whole.length);
  const follows = /^[ \t]*[^\s#]/.exec(rest);
  if (follows)
    return {
      slip: 'quote',
      range: at(whole.length, endOfFirstLine(rest)),
      message:
        quote === "'"
          ? `The value of ${name} ends at its second \`'\`, and text follows. Double the apostrophe (\`''\`), or put the value in double quotes.`
          : `The value of ${name} ends at its closing quotation mark, and text follows. Put the whole value in quotes.`,
    };
  const badEscape = quote === '"' ? /\\(?:\\|(?![0abtnvfre "/N_LPxuU\r\n\t]))[\s\S]/g : undefined;
  for (const match of badEscape ? whole.matchAll(badEscape) : []) {
    if (match[0] === '\\\\') continue;
    return {
      range: at(match.index, match[0].length),
      message: `In double quotes \`${match[0]}\` is no escape. Write \`\\${match[0]}\`, or use single quotes.`,
    };
  }
  return undefined;
}

function bracketCause({ text, name, at }: Written, open: string): ValueCause {
  const close = open === '[' ? ']' : '}';
  const end = text.indexOf(close);
  const what = open === '[' ? 'a list' : 'a map';
  if (end < 0)
    return {
      range: at(0, endOfFirstLine(text)),
      message: `\`${open}\` opens ${what} in the value of ${name}, and \`${close}\` is missing.`,
    };
  const rest = text.slice(text.lastIndexOf(close) + 1);
  if (rest.trim() !== '' && !/^\s+#/.test(rest))
    return {
      range: at(0, endOfFirstLine(text)),
      message: `A value that begins with \`${open}\` is ${what} to YAML, and text follows it. Put the value of ${name} in quotes.`,
    };
  return {
    range: at(0, text.length),
    message: `The value of ${name} begins like ${what} and cannot be read as one. Put the items in quotes that hold other than letters, digits, \`-\`, \`_\` and \`/\`.`,
  };
}

function colonCause({ text, name, at }: Written): ValueCause | undefined {
  const colon = /:(?=[ \t]|\r?$|\r?\n)/.exec(text);
  if (!colon) return undefined;
  const line = text.slice(text.lastIndexOf('\n', colon.index) + 1, colon.index);
  // A further line that looks like a key is a key in the wrong place.
  if (line.length < colon.index && /^[ \t]*[*&@`%!]?[\w$.-]*$/.test(line)) return undefined;
  const before = /\S*$/.exec(text.slice(0, colon.index))![0].slice(-40);
  return {
    slip: 'colon',
    range: at(colon.index - before.length, before.length + 1),
    message:
      colon.index === text.length - 1
        ? `The value of ${name} ends with a colon, which begins another key in YAML. Put the value in quotes.`
        : `The value of ${name} contains a colon followed by a blank (\`${before.slice(-20)}:\`), which begins a nested key in YAML. Put the value in quotes, or write it as a block (\`|\`).`,
  };
}

/** A line of a block that is indented less than the first one. */
function dedentedLine(document: AgentDocument, lines: OffsetRange, name: string): ValueCause | undefined {
  let indent: number | undefined;
  for (const line of linesOf(document, lines)) {
    const text = document.slice(line).trimEnd();
    if (text === '') continue;
    const own = text.length - text.trimStart().length;
    indent ??= own;
    if (own < indent)
      return {
        range: { start: line.start, end: line.start + text.length },
        message: `This line belongs to ${name} and is indented less than the first line of the block. Indent all lines of a block by at least as much as its first.`,
      };
  }
  return undefined;
}

/** An item of a block list that begins with what no text without quotes can begin with. */
function itemCause(document: AgentDocument, entry: Entry, name: string): ValueCause | undefined {
  const match = /^[ \t]*-[ \t]+([*&@`%!]\S*)/m.exec(document.slice(entry.lines));
  if (!match) return undefined;
  const start = entry.lines.start + match.index + match[0].length - match[1]!.length;
  return {
    range: { start, end: start + match[1]!.length },
    message: `An item without quotes cannot begin with \`${match[1]![0]}\`. Put the item of ${name} in quotes.`,
  };
}

function endOfFirstLine(value: string): number {
  const end = value.search(/\r?\n/);
  return end < 0 ? value.length : end;
}
