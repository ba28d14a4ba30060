import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Node,
  Pair,
  parseDocument,
  Scalar,
  Schema,
  YAMLMap,
  YAMLSeq,
} from 'yaml';
import type { OffsetRange } from './offsets.ts';

export type { Node };
export { isMap, isScalar, isSeq, Pair, Scalar, YAMLMap, YAMLSeq };

/** Shared by all texts, because creating it takes a tenth of the time of parsing. */
const schema = new Schema({ schema: 'core', merge: true, resolveKnownTags: true });
const options = { schema, uniqueKeys: false, prettyErrors: false, logLevel: 'silent' } as const;

/**
 * Parses whole lines, and shifts the tree and its errors to the offset of the lines in `text`. Padding the slice with
 * spaces instead would take quadratic time for a file with many invalid keys.
 */
export function parseLines(text: string, range: OffsetRange): Document.Parsed {
  const document = parseDocument(text.slice(range.start, range.end), options);
  if (range.start === 0) return document;
  moveNode(document.contents, range.start);
  for (const { pos } of document.errors) for (const end of [0, 1] as const) pos[end] += range.start;
  return document;
}

/** The range of a node, without comments after it. */
export function spanOf(node: Node | undefined): OffsetRange | undefined {
  return node?.range ? { start: node.range[0], end: node.range[1] } : undefined;
}

/** A deep copy of a node, shifted by a number of UTF-16 code units. */
export function copyOf(node: Node, by: number): Node {
  if (isScalar(node)) {
    const copy = Object.assign(new Scalar(node.value), node);
    if (node.range) copy.range = [node.range[0] + by, node.range[1] + by, node.range[2] + by];
    return copy;
  }
  const copy = node.clone() as Node;
  moveNode(copy, by);
  return copy;
}

function moveNode(node: unknown, by: number): void {
  if (isPair(node)) {
    moveNode(node.key, by);
    moveNode(node.value, by);
  } else if (isNode(node)) {
    if (node.range) for (const end of [0, 1, 2] as const) node.range[end] += by;
    if (isCollection(node)) for (const item of node.items) moveNode(item, by);
  }
}

/** Whether a tree contains an alias or an anchor. */
export function refers(node: unknown): boolean {
  if (isPair(node)) return refers(node.key) || refers(node.value);
  if (isAlias(node)) return true;
  if (!isNode(node)) return false;
  // A merge key's value is a symbol.
  if (node.anchor !== undefined || (isScalar(node) && typeof node.value === 'symbol')) return true;
  return isCollection(node) && node.items.some(refers);
}

/** The offset of the first alias of a document, or else the start of `content`. */
export function firstAlias(document: Document.Parsed, content: OffsetRange): OffsetRange {
  const stack: unknown[] = [document.contents];
  while (stack.length > 0) {
    const node = stack.pop();
    if (isAlias(node) && node.range) return { start: node.range[0], end: node.range[1] };
    if (isMap(node) || isSeq(node)) stack.push(...[...node.items].reverse());
    else if (isPair(node)) stack.push(node.value, node.key);
  }
  return { start: content.start, end: content.start };
}

/** The patterns of plain scalars that YAML does not read as strings. */
const implicitTests = schema.tags.flatMap(tag =>
  tag.default === true && 'test' in tag && tag.test ? [tag.test] : [],
);

/** Whether YAML reads a plain scalar on one line as a string, not as a number, boolean or null. */
export function isString(plain: string): boolean {
  return !implicitTests.some(test => test.test(plain));
}
