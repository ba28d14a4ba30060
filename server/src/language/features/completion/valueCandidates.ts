import type { FieldTable } from '../../dialect/fieldTable.ts';
import type { Path } from '../../document/agentDocument.ts';
import type { Quote, Style } from '../../document/context.ts';
import { doubleQuoted } from '../../rules/edits/scalar.ts';
import type { Snapshot } from '../../snapshot.ts';
import { findWord, nameOf, type Word, wordsAt, wordsOfKind } from '../words.ts';
import { type Candidate, wordCandidate } from './candidate.ts';
import { escapeSnippet } from './snippet.ts';

/** How the place of a value is written. */
export interface Writing {
  readonly quote: Quote;
  readonly style: Style;
  /** True for a list item. */
  readonly isItem?: boolean;
}

/** The values for a place, without those in `present`. */
export function valueCandidates(
  snapshot: Snapshot,
  table: FieldTable,
  path: Path,
  present: readonly string[],
  writing: Writing,
): Candidate[] {
  const words = wordsAt(snapshot, table, path);
  const given = new Set(present.map(text => findWord(words, nameOf(text))?.term.value ?? text));
  const free = words.filter(({ term }) => !term.hidden && !term.unavailable && !given.has(term.value));
  const { kind, specifiers } = table.field(path)?.meta ?? {};
  return inUse(free.filter(word => fits(word, writing))).flatMap(word => [
    wordCandidate(word, word.term.snippet ?? escapeSnippet(written(word.term.value, writing))),
    ...(kind === 'tools' ? formCandidates(word, specifiers) : []),
  ]);
}

/** The values for the specifier of `name`. */
export function argumentCandidates(
  snapshot: Snapshot,
  table: FieldTable,
  path: Path,
  name: string,
  present: readonly string[],
): Candidate[] {
  const { argument } = findWord(wordsAt(snapshot, table, path), name)?.term ?? {};
  return wordsOfKind(snapshot, argument)
    .filter(({ term }) => !term.hidden && !present.includes(term.value))
    .map(word => wordCandidate(word, escapeSnippet(word.term.value)));
}

/** Some values cannot be list items, and list items on separate lines cannot be in brackets or quotes. */
function fits({ term }: Word, { quote, style, isItem }: Writing): boolean {
  if (term.alone && isItem) return false;
  return !term.snippet?.includes('\n') || (style === 'block' && quote === 'plain');
}

/**
 * A tool with a specifier in parentheses: its own names, or a permission rule where that has an effect; without one
 * where specifiers have no effect.
 */
function formCandidates(word: Word, narrows: boolean | undefined): Candidate[] {
  if (narrows === false) return [];
  const { value, argument, specifier } = word.term;
  const inside = argument === 'agentNames' ? 'agent-name' : narrows ? specifier : undefined;
  if (inside === undefined) return [];
  const label = `${value}(…)`;
  const snippet = `${escapeSnippet(value)}(\${1:${escapeSnippet(inside)}})`;
  const detail = argument === undefined ? 'Only calls that match' : 'Only the agents named';
  return [{ ...wordCandidate(word, snippet), label, detail, filterText: value }];
}

/** Current values first, deprecated ones last. */
function inUse(words: readonly Word[]): Word[] {
  return [...words].sort((a, b) => Number(Boolean(a.term.deprecated)) - Number(Boolean(b.term.deprecated)));
}

/** A value as YAML, in the quotes that are present or, if it needs them, in quotes of its own. */
function written(value: string, { quote, style }: Writing): string {
  if (quote === 'double') return doubleQuoted(value).slice(1, -1);
  if (quote === 'single') return value.replaceAll("'", "''");
  return needsQuotes.test(value) || (style === 'flow' && /[,[\]{}]/.test(value))
    ? doubleQuoted(value)
    : value;
}

/** Matches text that YAML does not read as the same string. Booleans and numbers are meant as such. */
const needsQuotes = /^$|^[\s,[\]{}#&*!|>'"%@`]|^[-?:](?:\s|$)|:(?:\s|$)|\s#|\s$|[\n\r]|^(?:null|~)$/i;
