import type { AgentDocument } from '../../document/agentDocument.ts';
import { type OffsetRange, trimRange } from '../../document/offsets.ts';
import type { Entry } from '../../document/yamlTree.ts';
import { problems } from '../problems.ts';
import { shorten } from '../values.ts';
import { explainLine, strayLine } from './explainLine.ts';
import { explainValue } from './explainValue.ts';
import { lineAt } from './lines.ts';
import type { BareCause, YamlCause } from './yamlCause.ts';

/**
 * Turns a parser's error into what the author did. `offset` is where the parser gave up, in the document's text, and
 * `reason` its own words; both are only hints, since parsers notice a missing quotation mark pages later.
 * `entries` are the top-level keys to consider, for a tool that tolerates some errors.
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
  const cause =
    duplicate(document, entries, at, reason) ??
    badCharacter(document, content) ??
    tab(document, content, at, reason) ??
    strayLine(document, head) ??
    valueAtError(document, entries, at) ??
    lineAtError(document, content, at);
  return { code: 'yaml.invalid', ...cause };
}

/** Matches a key of a nested mapping as written, in quotes or without. */
const nestedKey = /^(?:"(?:[^"\\\r\n]|\\.)*"|'(?:[^'\r\n]|'')*'|[^\s:#,[\]{}"'][^\r\n:]*?)(?=[ \t]*:)/;

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
        problem: problems.duplicateKey(entry.key),
        advice: 'Keep one of the two',
        key: entry.key,
      };
    seen.add(entry.key);
  }
  const entry = entryAt(entries, at);
  const from = entry?.error?.code === 'DUPLICATE_KEY' ? entry.error.range.start : at;
  const [written] = nestedKey.exec(document.text.slice(from, from + 200)) ?? [];
  return {
    code: 'yaml.duplicateKey',
    range: written
      ? { start: from, end: from + written.length }
      : (entry?.keyRange ?? { start: at, end: at }),
    problem: `Duplicate key${written ? ` \`${shorten(written.replaceAll(/[`"']/g, ''))}\`` : ''}${entry ? ` in \`${entry.key}\`` : ''}`,
    advice: 'Keep one of the two',
  };
}

/** A character that YAML does not allow, or that only looks like an ordinary space. */
function badCharacter(document: AgentDocument, content: OffsetRange): BareCause | undefined {
  const match = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]|(?<=^[\w.$-]+:)[\u00a0\u3000]/m.exec(
    document.slice(content),
  );
  if (!match) return undefined;
  const start = content.start + match.index;
  const code = match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  const range = { start, end: start + 1 };
  return /\s/.test(match[0])
    ? {
        range,
        problem: `Unicode space (U+${code}) after the colon`,
        advice: 'Replace it with an ordinary space, the only one that YAML accepts here',
      }
    : {
        range,
        problem: `Invisible control character (U+${code})`,
        advice: 'Delete it; YAML does not allow it',
      };
}

function tab(
  document: AgentDocument,
  content: OffsetRange,
  at: number,
  reason: string,
): BareCause | undefined {
  const line = lineAt(document, content, at);
  const indented = /^ *\t[ \t]*/.exec(document.slice(line));
  if (!indented && !/tab/i.test(reason)) return undefined;
  const range = indented
    ? { start: line.start, end: line.start + indented[0].length }
    : firstTab(document, content);
  if (!range) return undefined;
  return {
    slip: 'tab',
    range,
    problem: 'Tab used for indentation',
    advice: 'Replace it with two spaces; YAML allows spaces only',
  };
}

function firstTab(document: AgentDocument, content: OffsetRange): OffsetRange | undefined {
  const match = /^ *\t[ \t]*/m.exec(document.slice(content));
  return match
    ? { start: content.start + match.index, end: content.start + match.index + match[0].length }
    : undefined;
}

/** Explains the first value that cannot be read alone, at or before the place of the error. */
function valueAtError(document: AgentDocument, entries: readonly Entry[], at: number): BareCause | undefined {
  const invalid = entries.find(entry => entry.error !== undefined && entry.lines.start <= at);
  const candidates = [invalid, entryAt(entries, at)].filter(entry => entry !== undefined);
  for (const entry of candidates) {
    const cause = explainValue(document, entry);
    if (cause) return cause;
  }
  return undefined;
}

/** Explains the line where the parser gave up, or the one before or after it. */
function lineAtError(document: AgentDocument, content: OffsetRange, at: number): BareCause {
  const here = lineAt(document, content, at);
  const before = Math.max(content.start, document.text.lastIndexOf('\n', at - 1));
  return (
    explainLine(document, here) ??
    manyColons(document, here) ??
    explainLine(document, lineAt(document, content, before)) ??
    explainLine(document, lineAt(document, content, Math.min(here.end + 1, content.end))) ?? {
      range: here,
      problem: 'YAML cannot be read from this line on',
      advice: 'Compare its indentation and quotation marks with the lines above',
    }
  );
}

function manyColons(document: AgentDocument, line: OffsetRange): BareCause | undefined {
  if (!/:[ \t].*:[ \t]|^\s*-[ \t].*:[ \t].*:/.test(document.slice(line))) return undefined;
  return {
    range: trimRange(document.text, line),
    problem: 'Line contains more than one `: `',
    advice: 'Put the value in quotes',
  };
}

function entryAt(entries: readonly Entry[], at: number): Entry | undefined {
  return entries.findLast(entry => entry.lines.start <= at);
}
