import type { AgentDocument, Path } from './agentDocument.ts';
import { type CursorContext, keyContext } from './cursorContext.ts';
import { type OffsetRange, touches } from './offsets.ts';
import type { Quote } from './outlineText.ts';
import { scanToml } from './tomlScan.ts';
import { tomlValue } from './tomlValue.ts';
import { isMap, isScalar, isSeq, type Node, type Scalar, spanOf } from './yamlNodes.ts';

/** Values that are nested more deeply have no context. */
const deepest = 20;

/**
 * The context of the cursor in TOML: a written key or value, or the first character, which stands for the whole file where
 * nothing else is.
 */
export function contextInToml({ text, frontMatter }: AgentDocument, offset: number): CursorContext {
  let table: Path = [];
  /** How many tables there are of each array of tables, by its path. */
  const items = new Map<string, number>();
  for (const { keys, value, isItem, lines } of scanToml(text)) {
    if (lines.start > offset) break;
    const above = value ? table : [];
    const pathTo = (count: number): Path =>
      withItems([...above, ...keys.slice(0, count).map(key => key.text)], items, above.length);
    const path = pathTo(keys.length);
    if (!value) {
      const name = path.join('\0');
      if (isItem) items.set(name, (items.get(name) ?? -1) + 1);
      const item = items.get(name);
      table = item === undefined ? path : [...path, item];
    }
    const at = keys.findIndex(({ range }) => touches(range, offset));
    if (at >= 0) return keyContext(keys[at]!, pathTo(at + 1).slice(0, -1), offset);
    if (value && touches(value, offset))
      return valueAt(tomlValue(text, value, deepest), path, offset) ?? { kind: 'none' };
  }
  if (touches(frontMatter.open, offset))
    return { kind: 'delimiter', delimiter: 'open', range: frontMatter.open };
  return { kind: 'none' };
}

/** A path with the number of the current table behind the name of each array of tables, from a step on. */
function withItems(path: Path, items: ReadonlyMap<string, number>, from: number): Path {
  if (items.size === 0) return path;
  const found: (string | number)[] = [];
  for (const [at, step] of path.entries()) {
    found.push(step);
    const item = at < path.length - 1 && at >= from ? items.get(found.join('\0')) : undefined;
    if (item !== undefined) found.push(item);
  }
  return found;
}

function valueAt(node: Node | undefined, path: Path, offset: number): CursorContext | undefined {
  const span = spanOf(node);
  if (!node || !span || !touches(span, offset)) return undefined;
  if (isScalar(node)) return { kind: 'value', path, isEmpty: false, lead: '', ...scalarPart(node, span) };
  if (isMap(node)) {
    for (const { key, value } of node.items) {
      const range = spanOf(key as Node)!;
      if (touches(range, offset))
        return keyContext({ text: String((key as Scalar).value), range }, path, offset);
      const found = valueAt(value as Node, [...path, String((key as Scalar).value)], offset);
      if (found) return found;
    }
  }
  if (isSeq(node)) {
    const items = node.items as Node[];
    for (const [index, item] of items.entries()) {
      const range = spanOf(item)!;
      if (isScalar(item) && touches(range, offset))
        return {
          kind: 'listItem',
          path,
          index,
          siblings: items.flatMap(each => (each !== item && isScalar(each) ? String(each.value) : [])),
          lead: '',
          begins: 'here',
          follow: '',
          call: undefined,
          ...scalarPart(item, range),
        };
      const found = valueAt(item, [...path, index], offset);
      if (found) return found;
    }
  }
  return undefined;
}

function scalarPart({ source = '', value }: Scalar, { start, end }: OffsetRange) {
  const quote = /^(?:"""|'''|["'])/.exec(source)?.[0] ?? '';
  const isClosed = quote === '' || (source.length >= 2 * quote.length && source.endsWith(quote));
  const kind: Quote = quote === '' ? 'plain' : quote.startsWith('"') ? 'double' : 'single';
  return {
    range: { start: start + quote.length, end: isClosed ? end - quote.length : end },
    text: String(value),
    quote: kind,
    isClosed,
    style: 'flow',
    hang: 0,
  } as const;
}
