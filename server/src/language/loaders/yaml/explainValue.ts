import type { AgentDocument } from '../../document/agentDocument.ts';
import { type OffsetRange, trimRange } from '../../document/offsets.ts';
import type { Entry } from '../../document/yamlTree.ts';
import type { YamlCause } from './explainFault.ts';

/** What is wrong with one value. */
export type ValueCause = Pick<YamlCause, 'range' | 'message' | 'slip'>;

/** Says why the value of one key cannot be read alone; `undefined` when nothing is to be seen. */
export function explainValue(document: AgentDocument, entry: Entry): ValueCause | undefined {
  const colon = document.text.indexOf(':', entry.keyRange.end) + 1;
  const range = trimRange(document.text, { start: colon, end: entry.lines.end });
  const value = document.slice(range);
  const name = `\`${entry.key}\``;
  const at = (index: number, length: number): OffsetRange => ({
    start: range.start + index,
    end: Math.min(range.start + index + length, range.end),
  });
  // A value that begins below its key is a list or a map: only its own lines can be at fault.
  if (/[\r\n]/.test(document.slice({ start: colon, end: range.start })))
    return itemCause(document, entry, name);
  const first = value[0] ?? '';
  switch (first) {
    case '"':
    case "'":
      return quoteCause(name, value, first, at);
    case '[':
    case '{':
      return bracketCause(name, value, first, at);
    case '*':
    case '&':
    case '!':
      return {
        range: at(0, /^\S*/.exec(value)![0].length),
        message: `YAML reads \`${first}\` at the beginning of a value as a mark of its own (${marks[first]}). Put the value of ${name} in quotes.`,
      };
    case '@':
    case '`':
    case '%':
    case ',':
    case ']':
    case '}':
      return {
        range: at(0, 1),
        message: `A value without quotes cannot begin with ${first === '`' ? '`` ` ``' : `\`${first}\``}. Put the value of ${name} in quotes.`,
      };
  }
  if (/^[|>][-+0-9]*[ \t]+[^#\s]/.test(value))
    return {
      range: at(0, endOfFirstLine(value)),
      message: `Behind \`${first}\` the text begins on the next line, indented. Move it there, or put the value of ${name} in quotes.`,
    };
  if (/^[-?](?:\s|$)/.test(value))
    return {
      range: at(0, 1),
      message: `A list item cannot stand on the line of its key. Begin the items of ${name} on the next line, or put the value in quotes.`,
    };
  return colonCause(name, value, at);
}

const marks = { '*': 'a reference to an anchor', '&': 'an anchor', '!': 'a tag' } as const;

function quoteCause(
  name: string,
  value: string,
  quote: string,
  at: (index: number, length: number) => OffsetRange,
): ValueCause | undefined {
  const whole = (quote === '"' ? /^"(?:[^"\\]|\\[\s\S])*"/ : /^'(?:[^']|'')*'/).exec(value);
  if (!whole)
    return {
      slip: 'quote',
      range: at(0, endOfFirstLine(value)),
      message: `The quotation mark that opens the value of ${name} is never closed. Close it, or double one that belongs to the text.`,
    };
  const rest = value.slice(whole[0].length);
  const follows = /^[ \t]*[^\s#]/.exec(rest);
  if (follows)
    return {
      slip: 'quote',
      range: at(whole[0].length, endOfFirstLine(rest)),
      message:
        quote === "'"
          ? `The value of ${name} ends at its second \`'\`, and text follows. Double the apostrophe (\`''\`), or put the value in double quotes.`
          : `The value of ${name} ends at its closing quotation mark, and text follows. Put the whole value in quotes.`,
    };
  const badEscape = quote === '"' ? /\\(?:\\|(?![0abtnvfre "/N_LPxuU\r\n\t]))[\s\S]/g : undefined;
  for (const match of badEscape ? whole[0].matchAll(badEscape) : []) {
    if (match[0] === '\\\\') continue;
    return {
      range: at(match.index, match[0].length),
      message: `In double quotes \`${match[0]}\` is no escape. Write \`\\${match[0]}\`, or use single quotes.`,
    };
  }
  return undefined;
}

function bracketCause(
  name: string,
  value: string,
  open: string,
  at: (index: number, length: number) => OffsetRange,
): ValueCause {
  const close = open === '[' ? ']' : '}';
  const end = value.indexOf(close);
  const what = open === '[' ? 'a list' : 'a map';
  if (end < 0)
    return {
      range: at(0, endOfFirstLine(value)),
      message: `\`${open}\` opens ${what} in the value of ${name}, and \`${close}\` is missing.`,
    };
  const rest = value.slice(value.lastIndexOf(close) + 1);
  if (rest.trim() !== '' && !/^\s+#/.test(rest))
    return {
      range: at(0, endOfFirstLine(value)),
      message: `A value that begins with \`${open}\` is ${what} to YAML, and text follows it. Put the value of ${name} in quotes.`,
    };
  return {
    range: at(0, value.length),
    message: `The value of ${name} begins like ${what} and cannot be read as one. Put the items in quotes that hold other than letters, digits, \`-\`, \`_\` and \`/\`.`,
  };
}

function colonCause(
  name: string,
  value: string,
  at: (index: number, length: number) => OffsetRange,
): ValueCause | undefined {
  if (/^[|>]/.test(value)) return undefined;
  const colon = /:(?=[ \t]|\r?$|\r?\n)/.exec(value);
  if (!colon) return undefined;
  const line = value.slice(value.lastIndexOf('\n', colon.index) + 1, colon.index);
  // A further line that looks like a key is a key in the wrong place.
  if (line.length < colon.index && /^[ \t]*[*&@`%!]?[\w$.-]*$/.test(line)) return undefined;
  const before = /\S*$/.exec(value.slice(0, colon.index))![0].slice(-40);
  return {
    range: at(colon.index - before.length, before.length + 1),
    message: `The value of ${name} contains a colon followed by a blank (\`${before.slice(-20)}:\`), which begins a nested key in YAML. Put the value in quotes, or write it as a block (\`|\`).`,
  };
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
