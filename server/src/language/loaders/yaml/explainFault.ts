import type { AgentDocument } from '../../document/agentDocument.ts';
import { type OffsetRange, trimRange } from '../../document/offsets.ts';
import type { Entry } from '../../document/yamlTree.ts';

/** Why a strict parser cannot read a front matter, in its author's terms. */
export interface YamlCause {
  readonly code: 'yaml.invalid' | 'yaml.duplicateKey';
  /** The text at fault, as narrow as can be told. */
  readonly range: OffsetRange;
  /** Whole sentences: what is wrong, and what to do. */
  readonly message: string;
  /** The top-level key whose value it helps to quote. */
  readonly key?: string;
}

/**
 * Turns a parser's fault into what the author did. `offset` is where the parser gave up, in the document's text, and
 * `reason` its own words; both only lead the way, since parsers notice a missing quotation mark pages later.
 */
export function explainFault(
  document: AgentDocument,
  content: OffsetRange,
  offset: number,
  reason: string,
): YamlCause {
  const at = Math.min(Math.max(offset, content.start), content.end);
  return (
    duplicate(document, at, reason) ??
    badCharacter(document, content) ??
    tab(document, content, at, reason) ??
    valueAtFault(document, at) ??
    strayLine(document, content, at) ?? {
      code: 'yaml.invalid',
      range: lineAt(document, content, at),
      message:
        'The YAML of the front matter cannot be read from this line on. Compare its indentation and quotation marks with the lines above.',
    }
  );
}

function duplicate(document: AgentDocument, at: number, reason: string): YamlCause | undefined {
  if (!/duplicat|unique/i.test(reason)) return undefined;
  const seen = new Set<string>();
  for (const entry of document.yaml.entries) {
    if (seen.has(entry.key))
      return {
        code: 'yaml.duplicateKey',
        range: entry.keyRange,
        message: `\`${entry.key}\` is given twice. Keep one of the two.`,
        key: entry.key,
      };
    seen.add(entry.key);
  }
  const entry = entryAt(document, at);
  const word = /^[\w.$-]+/.exec(document.text.slice(at, at + 200));
  return {
    code: 'yaml.duplicateKey',
    range: word ? { start: at, end: at + word[0].length } : (entry?.keyRange ?? { start: at, end: at }),
    message: `Inside \`${entry?.key ?? 'this map'}\` a key is given twice. Keep one of the two.`,
  };
}

/** A character that YAML does not allow, or does not take for the blank that it looks like. */
function badCharacter(document: AgentDocument, content: OffsetRange): YamlCause | undefined {
  const match = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]|(?<=^[\w.$-]+:)[\u00a0\u3000]/m.exec(
    document.slice(content),
  );
  if (!match) return undefined;
  const start = content.start + match.index;
  const code = match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return {
    code: 'yaml.invalid',
    range: { start, end: start + 1 },
    message: /\s/.test(match[0])
      ? 'The blank behind the colon is a no-break space, which YAML does not take for a blank. Replace it with an ordinary one.'
      : `Here is an invisible control character (U+${code}), which YAML does not allow. Delete it.`,
  };
}

function tab(
  document: AgentDocument,
  content: OffsetRange,
  at: number,
  reason: string,
): YamlCause | undefined {
  const line = lineAt(document, content, at);
  const indented = /^ *\t[ \t]*/.exec(document.slice(line));
  if (!indented && !/tab/i.test(reason)) return undefined;
  const range = indented
    ? { start: line.start, end: line.start + indented[0].length }
    : firstTab(document, content);
  if (!range) return undefined;
  return {
    code: 'yaml.invalid',
    range,
    message:
      'This line is indented with a tab, and YAML allows blanks only. Replace the tab with two blanks.',
  };
}

function firstTab(document: AgentDocument, content: OffsetRange): OffsetRange | undefined {
  const match = /^ *\t[ \t]*/m.exec(document.slice(content));
  return match
    ? { start: content.start + match.index, end: content.start + match.index + match[0].length }
    : undefined;
}

/** The key whose value is at fault: the first that cannot be read alone, at or before the place of the fault. */
function valueAtFault(document: AgentDocument, at: number): YamlCause | undefined {
  const { entries } = document.yaml;
  const faulty = entries.find(entry => entry.fault !== undefined && entry.lines.start <= at);
  const candidates = [faulty, entryAt(document, at)].filter(entry => entry !== undefined);
  for (const entry of candidates) {
    const cause = causeInValue(document, entry);
    // Of a list below its key, it is an item that needs quotes.
    if (cause)
      return { code: 'yaml.invalid', ...(!beginsBelow(document, entry) && { key: entry.key }), ...cause };
  }
  return undefined;
}

/** True for a value that begins on a line below its key: a list or a map. */
function beginsBelow(document: AgentDocument, entry: Entry): boolean {
  const colon = document.text.indexOf(':', entry.keyRange.end) + 1;
  return /^[ \t]*\r?\n/.test(document.slice({ start: colon, end: entry.lines.end }));
}

type Cause = Pick<YamlCause, 'range' | 'message'>;

function causeInValue(document: AgentDocument, entry: Entry): Cause | undefined {
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
): Cause | undefined {
  const whole = (quote === '"' ? /^"(?:[^"\\]|\\[\s\S])*"/ : /^'(?:[^']|'')*'/).exec(value);
  if (!whole)
    return {
      range: at(0, endOfFirstLine(value)),
      message: `The quotation mark that opens the value of ${name} is never closed. Close it, or double one that belongs to the text.`,
    };
  const rest = value.slice(whole[0].length);
  const follows = /^[ \t]*[^\s#]/.exec(rest);
  if (follows)
    return {
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
): Cause {
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
): Cause | undefined {
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
function itemCause(document: AgentDocument, entry: Entry, name: string): Cause | undefined {
  const match = /^[ \t]*-[ \t]+([*&@`%!]\S*)/m.exec(document.slice(entry.lines));
  if (!match) return undefined;
  const start = entry.lines.start + match.index + match[0].length - match[1]!.length;
  return {
    range: { start, end: start + match[1]!.length },
    message: `An item without quotes cannot begin with \`${match[1]![0]}\`. Put the item of ${name} in quotes.`,
  };
}

/** A line that is neither a key nor part of a value. */
function strayLine(document: AgentDocument, content: OffsetRange, at: number): YamlCause | undefined {
  const here = lineAt(document, content, at);
  const lines = [
    here,
    lineAt(document, content, lineBefore(document, content, at)),
    lineAt(document, content, Math.min(here.end + 1, content.end)),
  ];
  for (const line of lines) {
    const text = document.slice(line).replace(/\s+$/, '');
    if (text.trim() === '' || /^\s*#/.test(text)) continue;
    const range = trimRange(document.text, line);
    const glued = /^(\s*[\w$.-]+):(?=[^\s:/])/.exec(text);
    if (glued && !/^\s*https?:/.test(text))
      return {
        code: 'yaml.invalid',
        range: { start: range.start, end: range.start + glued[1]!.trim().length + 1 },
        message: `A blank is missing behind the colon of \`${glued[1]!.trim()}:\`.`,
      };
    const star = /^([*&@`%!]\S*?):/.exec(text);
    if (star)
      return {
        code: 'yaml.invalid',
        range: { start: range.start, end: range.start + star[1]!.length },
        message: `A key cannot begin with \`${star[1]![0]}\`. Put the key in quotes: \`"${star[1]}"\`.`,
      };
    if (/^[^\s:]+(?:\s[^:]*)?$/.test(text) && !text.startsWith('-'))
      return {
        code: 'yaml.invalid',
        range,
        message:
          'This line is neither a key with a colon nor part of the value above. Indent it by two blanks if it goes on with that value.',
      };
    if (/^[ ]+[^\s:]+:(?:\s|$)/.test(text))
      return {
        code: 'yaml.invalid',
        range,
        message:
          'This line is indented otherwise than its neighbours. Keys of one map begin in the same column.',
      };
  }
  return undefined;
}

function entryAt(document: AgentDocument, at: number): Entry | undefined {
  return document.yaml.entries.findLast(entry => entry.lines.start <= at);
}

function lineAt(document: AgentDocument, content: OffsetRange, at: number): OffsetRange {
  const start = Math.max(document.text.lastIndexOf('\n', at - 1) + 1, content.start);
  const end = document.text.indexOf('\n', at);
  return { start, end: Math.max(start, Math.min(end < 0 ? document.text.length : end, content.end)) };
}

function lineBefore(document: AgentDocument, content: OffsetRange, at: number): number {
  return Math.max(content.start, document.text.lastIndexOf('\n', at - 1));
}

function endOfFirstLine(value: string): number {
  const end = value.search(/\r?\n/);
  return end < 0 ? value.length : end;
}
