import type { Path } from '../document/agentDocument.ts';
import { type OffsetRange, trimRange } from '../document/offsets.ts';
import { isMap, isScalar, isSeq, type Node, spanOf } from '../document/yamlNodes.ts';
import type { YamlTree } from '../document/yamlTree.ts';
import { lazy } from '../lazy.ts';

/** Where in the text a loader's values are written. Every path has a range, so that every issue has one. */
export interface Places {
  /** The value at `path`; its key when nothing is written there; else what encloses it. */
  value(path: Path): OffsetRange;
  /** The key at the end of `path`, or the list item; what encloses it when it is not written. */
  key(path: Path): OffsetRange;
}

/**
 * Returns the places of the front matter that `tree` was parsed from. `otherwise` is the place of what is not written,
 * such as a missing key: usually the opening delimiter.
 */
export function placesOf(text: string, tree: YamlTree, otherwise: OffsetRange): Places {
  const entries = lazy(() => new Map(tree.entries.map(entry => [entry.key, entry])));
  const find = (path: Path): { key?: OffsetRange | undefined; value?: OffsetRange | undefined } => {
    const [first, ...rest] = path;
    if (first === undefined) return {};
    const entry = entries().get(String(first));
    if (entry && rest.length === 0) return { key: entry.keyRange, value: entry.range };
    return entry ? descend(text, entry.node, rest) : descend(text, tree.root, path);
  };
  const enclosing = (path: Path): OffsetRange => {
    for (let length = path.length - 1; length > 0; length--) {
      const found = find(path.slice(0, length));
      if (found.key) return found.key;
      if (found.value) return found.value;
    }
    return otherwise;
  };
  return {
    value(path) {
      const { key, value } = find(path);
      return value && value.end > value.start ? value : (key ?? enclosing(path));
    },
    key(path) {
      const { key, value } = find(path);
      return firstLine(text, key ?? value ?? enclosing(path));
    },
  };
}

/** A list item has no key and may span many lines: its first represents it. */
function firstLine(text: string, range: OffsetRange): OffsetRange {
  const [line = ''] = text.slice(range.start, range.end).split(/\r?\n/, 1);
  return { start: range.start, end: range.start + line.length };
}

function descend(
  text: string,
  from: Node | undefined,
  path: Path,
): { key?: OffsetRange | undefined; value?: OffsetRange | undefined } {
  let key: OffsetRange | undefined;
  let node: Node | undefined = from;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.findLast(item => isScalar(item.key) && String(item.key.value) === String(step));
      if (!pair) return {};
      key = trimmedSpan(text, pair.key as Node);
      node = (pair.value as Node | null) ?? undefined;
    } else if (isSeq(node)) {
      key = undefined;
      node = node.items[Number(step)] as Node | undefined;
    } else return {};
  }
  return { key, value: trimmedSpan(text, node) };
}

function trimmedSpan(text: string, node: Node | undefined): OffsetRange | undefined {
  const span = spanOf(node);
  return span && trimRange(text, span);
}
