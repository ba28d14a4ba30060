import type { AgentDocument } from '../../document/agentDocument.ts';
import { type OffsetRange, trimRange } from '../../document/offsets.ts';
import type { Entry } from '../../document/yamlTree.ts';
import { explainValue } from './explainValue.ts';

/** Why a strict parser cannot read a front matter, in its author's terms. */
export interface YamlCause {
  readonly code: 'yaml.invalid' | 'yaml.duplicateKey';
  /** The text at fault, as narrow as can be told. */
  readonly range: OffsetRange;
  /** Whole sentences: what is wrong, and what to do. */
  readonly message: string;
  /** The top-level key whose value it helps to quote. */
  readonly key?: string;
  /** What kind of slip it is, for readers that put up with some. */
  readonly slip?: 'quote' | 'space';
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
    const cause = explainValue(document, entry);
    // Of a list below its key, it is an item that needs quotes.
    if (cause)
      return { code: 'yaml.invalid', ...(!beginsBelow(document, entry) && { key: entry.key }), ...cause };
  }
  return undefined;
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
        slip: 'space',
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

/** The line that `at` is on, within `content` and without its line break. */
export function lineAt(document: AgentDocument, content: OffsetRange, at: number): OffsetRange {
  const start = Math.max(document.text.lastIndexOf('\n', at - 1) + 1, content.start);
  const end = document.text.indexOf('\n', at);
  return { start, end: Math.max(start, Math.min(end < 0 ? document.text.length : end, content.end)) };
}

function lineBefore(document: AgentDocument, content: OffsetRange, at: number): number {
  return Math.max(content.start, document.text.lastIndexOf('\n', at - 1));
}

/** True for a value that begins on a line below its key: a list or a map. */
function beginsBelow(document: AgentDocument, entry: Entry): boolean {
  const colon = document.text.indexOf(':', entry.keyRange.end) + 1;
  return /^[ \t]*\r?\n/.test(document.slice({ start: colon, end: entry.lines.end }));
}
