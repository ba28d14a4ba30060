import type { OffsetRange } from '../../../document/offsets.ts';
import { isScalar, isSeq } from '../../../document/yamlNodes.ts';
import type { Field } from './fields.ts';
import { toolNamed } from './toolNames.ts';

/** One entry of a tool list, as Claude Code splits it. */
export interface ToolEntry {
  /** As written, without surrounding whitespace. */
  readonly text: string;
  /** The name before the parentheses; the whole text when there are none. */
  readonly name: string;
  /** The text in the parentheses. */
  readonly specifier: string | undefined;
  readonly range: OffsetRange;
}

/** A list of tools as Claude Code splits it. */
export interface ToolList {
  readonly entries: readonly ToolEntry[];
  /** Items of a YAML list that are not strings, which Claude Code skips. */
  readonly nonStrings: readonly { readonly range: OffsetRange; readonly value: unknown }[];
}

/**
 * Splits a tool list into its entries: a string at commas and spaces outside parentheses (not at line breaks or
 * tabs), and each item of a YAML list likewise. `undefined` when the value is neither.
 */
export function readToolList(field: Field, text: string): ToolList | undefined {
  const whole = field.range.start === field.range.end ? field.keyRange : field.range;
  if (field.value === null || field.value === '') return { entries: [], nonStrings: [] };
  if (typeof field.value === 'string') return { entries: split(field.value, whole, text), nonStrings: [] };
  if (!Array.isArray(field.value)) return undefined;
  const nodes = isSeq(field.node) ? field.node.items : [];
  const entries: ToolEntry[] = [];
  const nonStrings: { range: OffsetRange; value: unknown }[] = [];
  field.value.forEach((item: unknown, index) => {
    const node = nodes[index];
    const range = isScalar(node) && node.range ? { start: node.range[0], end: node.range[1] } : whole;
    if (typeof item === 'string') entries.push(...split(item, range, text));
    else nonStrings.push({ range, value: item });
  });
  return { entries, nonStrings };
}

/**
 * The entries of a list that `disallowedTools` does not name too. If there are none, the list is an empty one; a denial
 * with a specifier takes the tool away only later, when the list must still name one.
 */
export function withoutCanceled(
  entries: readonly ToolEntry[],
  denied: readonly ToolEntry[],
): readonly ToolEntry[] {
  const id = (name: string): string => toolNamed(name)?.value ?? name;
  const canceled = new Set(
    denied.filter(({ specifier }) => specifier === undefined).map(({ name }) => id(name)),
  );
  return entries.filter(({ name }) => !canceled.has(id(name)));
}

/** `within` is the range of the list in the file; each entry is searched for there, after the previous one. */
function split(list: string, within: OffsetRange, text: string): ToolEntry[] {
  const source = text.slice(within.start, within.end);
  let from = 0;
  return pieces(list).map(piece => {
    const at = source.indexOf(piece, from);
    if (at >= 0) from = at + piece.length;
    const range = at < 0 ? within : { start: within.start + at, end: within.start + at + piece.length };
    const match = /^([^(]+)\((.*)\)$/s.exec(piece);
    return { text: piece, name: match ? match[1]! : piece, specifier: match?.[2], range };
  });
}

/** The entries of a list in one string: separated by commas and spaces, except in parentheses. */
export function pieces(list: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at <= list.length; at++) {
    const character = list[at];
    if (character === '(') depth++;
    else if (character === ')') depth = Math.max(0, depth - 1);
    else if (at === list.length || (depth === 0 && (character === ',' || character === ' '))) {
      const piece = list.slice(start, at).trim();
      if (piece !== '') found.push(piece);
      start = at + 1;
    }
  }
  return found;
}
