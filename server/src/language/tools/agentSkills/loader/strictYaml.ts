import type { OffsetRange } from '../../../document/offsets.ts';
import { isMap, isScalar, isSeq, type Node, parseLines, spanOf } from '../../../document/yamlNodes.ts';
import { longestFrontMatter } from '../../../document/yamlTree.ts';
import { readWithSerdeYaml } from '../../../loading/yaml/serdeYaml.ts';

/** A value as StrictYAML reads it: every scalar is a string. */
export type Strict = string | readonly Strict[] | { readonly [key: string]: Strict };

/** How StrictYAML reads a text. */
export type StrictReading =
  | { readonly state: 'read'; readonly value: Strict }
  /** Not YAML for any strict parser. */
  | { readonly state: 'invalid'; readonly reason: string; readonly offset: number }
  /** YAML with what StrictYAML does not allow; `value` is what it would be otherwise. */
  | { readonly state: 'refused'; readonly what: string; readonly range: OffsetRange; readonly value: Strict };

/**
 * Reads `range` of a text as the Python library StrictYAML 1.7.3 does: numbers, booleans and nothing are strings; flow
 * lists and mappings, anchors, aliases, tags, merges and repeated keys are refused. Never throws.
 */
export function readStrictly(text: string, range: OffsetRange): StrictReading {
  if (range.end - range.start > longestFrontMatter)
    return { state: 'invalid', reason: 'too large', offset: range.start };
  // Python reads both other line ends as `\n`; a space before the line break keeps the offsets.
  const unified = text.slice(range.start, range.end).replace(/\r\n/g, ' \n').replace(/\r/g, '\n');
  const strict = readWithSerdeYaml(unified);
  if ('reason' in strict)
    return { state: 'invalid', reason: strict.reason, offset: range.start + strict.offset };
  const document = parseLines(unified, { start: 0, end: unified.length });
  const root = (document.contents ?? undefined) as Node | undefined;
  const value = strictValue(root);
  const refusal = root && refusalIn(root);
  if (refusal) {
    const { start, end } = refusal.range;
    const place = { start: range.start + start, end: range.start + end };
    return { state: 'refused', what: refusal.what, range: place, value };
  }
  const [error] = document.errors;
  if (error) return { state: 'invalid', reason: error.message, offset: range.start + error.pos[0] };
  return { state: 'read', value };
}

/** The first node that StrictYAML refuses, in the order of the text. The text is not deep: serde_yaml has read it. */
function refusalIn(node: Node): { what: string; range: OffsetRange } | undefined {
  const range = spanOf(node) ?? { start: 0, end: 0 };
  if ('source' in node && !isScalar(node)) return { what: 'an alias', range };
  if ('anchor' in node && node.anchor) return { what: 'an anchor', range };
  if ('tag' in node && node.tag) return { what: 'a tag', range };
  if (isSeq(node)) {
    if (node.flow) return { what: 'a list in brackets', range };
    return first(node.items as Node[]);
  }
  if (!isMap(node)) return undefined;
  if (node.flow) return { what: 'a mapping in braces', range };
  const merge = node.items.find(({ key }) => isScalar(key) && key.source === '<<');
  if (merge) return { what: 'a merge key', range: spanOf(merge.key as Node) ?? range };
  return first(node.items.flatMap(({ key, value }) => [key, value] as Node[]));
}

function first(nodes: readonly (Node | null)[]): { what: string; range: OffsetRange } | undefined {
  for (const node of nodes) {
    const refusal = node ? refusalIn(node) : undefined;
    if (refusal) return refusal;
  }
  return undefined;
}

function strictValue(node: Node | null | undefined): Strict {
  if (isSeq(node)) return node.items.map(item => strictValue(item as Node));
  if (isMap(node))
    return Object.fromEntries(
      node.items.map(({ key, value }) => [String(strictValue(key as Node)), strictValue(value as Node)]),
    );
  if (!isScalar(node)) return '';
  return typeof node.value === 'string' ? node.value : (node.source ?? '');
}
