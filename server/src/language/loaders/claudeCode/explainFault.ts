import type { AgentDocument } from '../../document/agentDocument.ts';
import type { OffsetRange } from '../../document/offsets.ts';
import { type Entry, parseYamlTree, type YamlTree } from '../../document/yamlTree.ts';
import { documentEnd } from './readYaml.ts';
import { mend } from './repair.ts';

/** Why YAML cannot be read, in its author's terms. */
export interface Explanation {
  readonly range: OffsetRange;
  /** The cause and the remedy, as whole sentences. */
  readonly what: string;
  /** The key whose value it helps to put in quotes. */
  readonly key?: string;
}

/** Finds what keeps a front matter from being read. The parser's own words are no help to an author. */
export function explainFault(document: AgentDocument, content: OffsetRange, tree: YamlTree): Explanation {
  const { text } = document;
  const source = text.slice(content.start, content.end);
  const nul = source.indexOf('\0');
  if (nul >= 0)
    return {
      range: { start: content.start + nul, end: content.start + nul + 1 },
      what: 'There is a NUL character here, as in a binary file. Remove it.',
    };
  const stray = strayLine(text, { start: content.start, end: tree.entries[0]?.lines.start ?? content.end });
  if (stray) return stray;
  const entries = tree.entries.map(entry => ({
    ...entry,
    lines: { start: entry.lines.start, end: Math.min(entry.lines.end, content.end) },
  }));
  const culprit = entries.find(
    entry => entry.fault !== undefined && !isMendable(text.slice(entry.lines.start, entry.lines.end)),
  );
  if (culprit) return explainEntry(text, culprit, tree);
  const mended = entries.find(entry => entry.fault !== undefined);
  const broken = entries.find(
    entry => entry.fault === undefined && /^[|>][+-]?\d?[ \t]*\r?\n/.test(text.slice(entry.range.start)),
  );
  if (mended && broken)
    return {
      range: mended.range,
      key: mended.key,
      what: `This value must be in quotes. Claude Code would mend it, and cannot here, because the mending breaks the block (\`${text[broken.range.start]}\`) of \`${broken.key}\`.`,
    };
  if (mended) return explainEntry(text, mended, tree);
  return general(text, content, tree);
}

/** Says why valid YAML is of no use: it is a list, several documents, or a lone text. */
export function explainNoMap({ text }: AgentDocument, content: OffsetRange): Explanation {
  const source = text.slice(content.start, content.end);
  const dots = documentEnd.exec(source);
  const start = content.start + (dots ? dots.index : source.length - source.trimStart().length);
  const range = {
    start,
    end: start + text.slice(start, endOfLine(text, start, content.end)).trimEnd().length,
  };
  if (dots)
    return { range, what: 'A line of three dots ends the YAML, and more stands below. Remove the line.' };
  return {
    range,
    what: /^-\s/.test(text.slice(start))
      ? 'The front matter is a list, and must be lines `key: value` without `- ` before them.'
      : 'The front matter must be lines `key: value`, with a blank behind the colon.',
  };
}

function isMendable(lines: string): boolean {
  const mended = mend(lines);
  return (
    mended !== undefined &&
    parseYamlTree(mended.text, { start: 0, end: mended.text.length }).faults.length === 0
  );
}

function explainEntry(text: string, entry: Entry, tree: YamlTree): Explanation {
  const { key, lines } = entry;
  const colon = text.indexOf(':', entry.keyRange.end);
  const firstEnd = endOfLine(text, colon, lines.end);
  const first = text.slice(colon + 1, firstEnd);
  const value = first.trim();
  const start = colon + 1 + first.length - first.trimStart().length;
  const range = { start, end: start + value.length };
  const stray = strayLine(text, { start: Math.min(firstEnd + 1, lines.end), end: lines.end });
  const quote = quoteFault(text, { start, end: lines.end }, value[0]);
  if (quote && !(stray && quote.isOpen)) return { ...quote, key };
  if (stray) return stray;
  const isOneLine = text.slice(firstEnd, lines.end).trim() === '';
  if (/^[-?](?:\s|$)/.test(value))
    return {
      range,
      key,
      what: `A value on the line of its key must not begin with \`${value[0]} \`: that begins a list. Put it in quotes, or begin the list on the next line.`,
    };
  if (isOneLine && /:$/.test(value))
    return {
      range,
      key,
      what: 'A value must not end with a colon: in YAML that begins another key. Put it in quotes.',
    };
  if (isOneLine && /:[ \t]/.test(value))
    return {
      range,
      key,
      what:
        text[firstEnd - 1] === '\r'
          ? 'In YAML a colon and a blank begin another key. Claude Code mends this only in files with LF line ends, and this one has CRLF. Put the value in quotes.'
          : 'In YAML a colon and a blank begin another key. Put the value in quotes.',
    };
  if (/^[|>]/.test(value)) return blockFault(text, entry, firstEnd) ?? general(text, lines, tree);
  const inner =
    !isOneLine && value !== '' && !/^["'[{]/.test(value) ? colonBelow(text, firstEnd, lines.end) : undefined;
  if (inner)
    return {
      range: inner,
      key,
      what: `This line goes on with \`${key}\`, and must not contain a colon and a blank: in YAML they begin another key. Put the whole value in quotes, or write it as a block (\`|\`).`,
    };
  return general(text, lines, tree);
}

/** A quote that is not closed, or closed before the end, or a wrong escape. */
function quoteFault(
  text: string,
  value: OffsetRange,
  quote: string | undefined,
): (Explanation & { isOpen: boolean }) | undefined {
  if (quote !== '"' && quote !== "'") return undefined;
  const source = text.slice(value.start, value.end);
  const range = { start: value.start, end: value.start + 1 };
  const whole = (quote === '"' ? /^"(?:[^"\\]|\\[\s\S])*"/ : /^'(?:[^']|'')*'/).exec(source);
  if (!whole)
    return {
      range,
      isOpen: true,
      what: `The quotation mark that opens here (\`${quote}\`) is never closed.`,
    };
  const wrong =
    quote === '"' ? /\\(?![0abtnvfre "/\\N_LPxuU\r\n\t])./.exec(whole[0].replace(/\\\\/g, '__')) : null;
  if (wrong)
    return {
      range: { start: value.start + wrong.index, end: value.start + wrong.index + 2 },
      isOpen: false,
      what: `Inside double quotes \`${wrong[0]}\` means nothing. Write \`\\${wrong[0]}\` for a backslash.`,
    };
  const behind = source.slice(whole[0].length);
  const rest = /^[ \t]*(?:(?:#.*)?\r?\n[ \t]+)?(?!#)(\S[^\r\n]*)/.exec(behind);
  if (!rest) return undefined;
  return {
    range,
    isOpen: false,
    what:
      quote === "'"
        ? "The text in single quotes ends at the next single quote, and something stands behind it. Write `''` for an apostrophe, or use double quotes."
        : 'The text in double quotes ends at the next double quote, and something stands behind it. Put the whole value in quotes, and write `\\"` for those inside.',
  };
}

/** A line at the margin that is no key: a forgotten indentation, or a key that is not written as one. */
function strayLine(text: string, { start, end }: OffsetRange): Explanation | undefined {
  for (let at = start; at < end; at = endOfLine(text, at, end) + 1) {
    const line = text.slice(at, endOfLine(text, at, end)).trimEnd();
    if (line === '' || /^[ \t#\]})-]/.test(line) || line === '...' || line === '\uFEFF') continue;
    const range = { start: at, end: at + line.length };
    const glued = /^([A-Za-z][\w-]*):(?=\S)/.exec(line);
    if (glued && !/^[a-z]+:\/\//.test(line))
      return { range, what: `A blank is missing behind the colon of \`${glued[1]}:\`.` };
    if (/^\w[\w-]*$/.test(line)) return { range, what: `A colon is missing behind \`${line}\`.` };
    if (/^["']?[\w.-]+["']?[ \t]*:(?:[ \t]|$)/.test(line)) continue;
    return {
      range,
      what: 'This line begins at the margin and is no key. Indent it by two blanks, below a key that ends in `|`.',
    };
  }
  return undefined;
}

function blockFault(text: string, { lines, key }: Entry, firstEnd: number): Explanation | undefined {
  let indent: number | undefined;
  for (let at = firstEnd + 1; at < lines.end; at = endOfLine(text, at, lines.end) + 1) {
    const line = text.slice(at, endOfLine(text, at, lines.end)).trimEnd();
    if (line === '') continue;
    const own = line.length - line.trimStart().length;
    indent ??= own;
    if (own < indent)
      return {
        range: { start: at, end: at + line.length },
        what: `This line belongs to \`${key}\` and is indented less than the first line of the block. Indent all lines of a block by at least as much as its first.`,
      };
  }
  return undefined;
}

function colonBelow(text: string, from: number, end: number): OffsetRange | undefined {
  for (let at = from + 1; at < end; at = endOfLine(text, at, end) + 1) {
    const line = text.slice(at, endOfLine(text, at, end));
    const match = /:(?:[ \t]|\r?$)/.exec(line);
    if (match) return { start: at + line.length - line.trimStart().length, end: at + line.trimEnd().length };
  }
  return undefined;
}

/** The place where the parser gave up, and no more than that line. */
function general(text: string, within: OffsetRange, tree: YamlTree): Explanation {
  const fault =
    tree.faults.find(({ range }) => range.start >= within.start && range.start <= within.end) ??
    tree.faults[0];
  const at = Math.min(
    Math.max(fault?.range.start ?? within.start, within.start),
    Math.max(within.start, within.end - 1),
  );
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const end = endOfLine(text, at, within.end);
  const line = text.slice(start, end);
  const indent = line.length - line.trimStart().length;
  const range = { start: Math.min(start + indent, end), end: start + line.trimEnd().length };
  const tab = /^ +\t/.test(line);
  return {
    range: range.end > range.start ? range : { start: at, end: at },
    what: tab
      ? 'Blanks and tabs are mixed in the indentation of this line. Indent with blanks only.'
      : /:[ \t].*:[ \t]|^\s*-[ \t].*:[ \t].*:/.test(line)
        ? 'There is more than one colon with a blank behind it on this line. Put the value in quotes.'
        : 'Something is wrong with this line or the one before it: the indentation, a bracket or a quotation mark.',
  };
}

function endOfLine(text: string, from: number, end: number): number {
  const newline = text.indexOf('\n', from);
  return newline < 0 || newline > end ? end : newline;
}
