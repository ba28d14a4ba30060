import type { AgentDocument } from '../../document/agentDocument.ts';
import { type OffsetRange, trimRange } from '../../document/offsets.ts';
import type { Entry } from '../../document/yamlTree.ts';
import { explainLine, strayLine } from './explainLine.ts';
import { explainValue } from './explainValue.ts';
import { lineAt } from './lines.ts';

/** Why a strict parser cannot read a front matter, in its author's terms. */
export interface YamlCause {
  readonly code: 'yaml.invalid' | 'yaml.duplicateKey';
  /** The text at fault, as narrow as can be told. */
  readonly range: OffsetRange;
  /** Whole sentences: what is wrong, and what to do. */
  readonly message: string;
  /** The top-level key whose value it helps to quote. */
  readonly key?: string;
  /** What kind of slip it is, for readers that put up with some, or do otherwise about it. */
  readonly slip?: Slip;
}

/** What an author slipped on. */
export type Slip =
  /** A quotation mark that is not closed, or has text behind it. */
  | 'quote'
  /** No blank behind a key's colon. */
  | 'space'
  /** A colon and a blank in a value without quotes. */
  | 'colon'
  /** A value without quotes that begins with a character which means something else in YAML. */
  | 'mark'
  /** A list item on the line of its key. */
  | 'item'
  /** A key in another column than its neighbours, or a further line of text that looks like one. */
  | 'indent'
  /** A tab in the indentation. */
  | 'tab'
  /** A key that needs quotes. */
  | 'key';

/**
 * Turns a parser's fault into what the author did. `offset` is where the parser gave up, in the document's text, and
 * `reason` its own words; both only lead the way, since parsers notice a missing quotation mark pages later.
 * `entries` are the top-level keys that can be at fault, for a tool that puts up with some faults.
 */
export function explainError(
  document: AgentDocument,
  content: OffsetRange,
  offset: number,
  reason: string,
  entries: readonly Entry[] = document.yaml.entries,
): YamlCause {
  const at = Math.min(Math.max(offset, content.start), content.end);
  const head = { start: content.start, end: entries[0]?.lines.start ?? content.end };
  return (
    duplicate(document, entries, at, reason) ??
    badCharacter(document, content) ??
    tab(document, content, at, reason) ??
    invalid(strayLine(document, head)) ??
    valueAtError(document, entries, at) ??
    lineAtError(document, content, at)
  );
}

function invalid(cause: Omit<YamlCause, 'code'> | undefined): YamlCause | undefined {
  return cause && { code: 'yaml.invalid', ...cause };
}

function duplicate(
  document: AgentDocument,
  entries: readonly Entry[],
  at: number,
  reason: string,
): YamlCause | undefined {
  if (!/duplicat|unique/i.test(reason)) return undefined;
  const seen = new Set<string>();
  for (const entry of entries) {
    if (seen.has(entry.key))
      return {
        code: 'yaml.duplicateKey',
        range: entry.keyRange,
        message: `\`${entry.key}\` is given twice. Keep one of the two.`,
        key: entry.key,
      };
    seen.add(entry.key);
  }
  const entry = entryAt(entries, at);
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
    slip: 'tab',
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
function valueAtError(document: AgentDocument, entries: readonly Entry[], at: number): YamlCause | undefined {
  const invalid = entries.find(entry => entry.error !== undefined && entry.lines.start <= at);
  const candidates = [invalid, entryAt(entries, at)].filter(entry => entry !== undefined);
  for (const entry of candidates) {
    const cause = explainValue(document, entry);
    if (cause) return { code: 'yaml.invalid', ...cause };
  }
  return undefined;
}

/** What is wrong with the line where the parser gave up, or with one beside it. */
function lineAtError(document: AgentDocument, content: OffsetRange, at: number): YamlCause {
  const here = lineAt(document, content, at);
  const before = Math.max(content.start, document.text.lastIndexOf('\n', at - 1));
  const cause =
    explainLine(document, here) ??
    manyColons(document, here) ??
    explainLine(document, lineAt(document, content, before)) ??
    explainLine(document, lineAt(document, content, Math.min(here.end + 1, content.end)));
  return {
    code: 'yaml.invalid',
    range: here,
    message:
      'The YAML of the front matter cannot be read from this line on. Compare its indentation and quotation marks with the lines above.',
    ...cause,
  };
}

function manyColons(document: AgentDocument, line: OffsetRange): Omit<YamlCause, 'code'> | undefined {
  if (!/:[ \t].*:[ \t]|^\s*-[ \t].*:[ \t].*:/.test(document.slice(line))) return undefined;
  return {
    range: trimRange(document.text, line),
    message: 'There is more than one colon with a blank behind it on this line. Put the value in quotes.',
  };
}

function entryAt(entries: readonly Entry[], at: number): Entry | undefined {
  return entries.findLast(entry => entry.lines.start <= at);
}
