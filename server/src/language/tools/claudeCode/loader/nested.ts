import type { OffsetRange } from '../../../document/offsets.ts';
import { isMap, isScalar, isSeq, type Node, spanOf } from '../../../document/yamlNodes.ts';

/** A value inside a field, and where it is: used for hooks and MCP servers. */
export interface Nested {
  readonly value: unknown;
  /** The value; its parent where the value is empty or has no range. */
  readonly range: OffsetRange;
  /** The key before it, in a mapping. */
  readonly keyRange: OffsetRange | undefined;
  readonly node: Node | undefined;
}

/** Whether a value is a YAML mapping. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The values of a mapping by key, or the items of a list by index. Empty for anything else. */
export function partsOf(parent: Nested): ReadonlyMap<string, Nested> {
  if (Array.isArray(parent.value)) {
    const items = isSeq(parent.node) ? parent.node.items : [];
    return new Map(
      parent.value.map((value: unknown, index) => [
        String(index),
        placed(value, items[index] as Node | undefined, undefined, parent.range),
      ]),
    );
  }
  if (!isRecord(parent.value)) return new Map();
  // The last of duplicate keys counts.
  const pairs = new Map(
    (isMap(parent.node) ? parent.node.items : []).flatMap(pair =>
      isScalar(pair.key) ? [[String(pair.key.value), pair]] : [],
    ),
  );
  return new Map(
    Object.entries(parent.value).map(([key, value]) => {
      const pair = pairs.get(key);
      const keyRange = spanOf(pair?.key as Node | undefined);
      return [key, placed(value, (pair?.value ?? undefined) as Node | undefined, keyRange, parent.range)];
    }),
  );
}

function placed(
  value: unknown,
  node: Node | undefined,
  keyRange: OffsetRange | undefined,
  parent: OffsetRange,
): Nested {
  const own = isMap(node) || isSeq(node) ? (keyRange ?? headOf(node)) : spanOf(node);
  const isThere = own !== undefined && own.end > own.start;
  return { value, node, keyRange, range: isThere ? own : (keyRange ?? parent) };
}

/** Where a list or a mapping starts: its first entry when the value is a scalar, else the first key. */
function headOf(node: Node): OffsetRange | undefined {
  const first = isMap(node) ? node.items[0] : undefined;
  const key = spanOf(first?.key as Node | undefined);
  const value = isScalar(first?.value) ? spanOf(first.value) : undefined;
  if (key && value && value.end > value.start) return { start: key.start, end: value.end };
  return key ?? (isSeq(node) ? spanOf(node.items[0] as Node | undefined) : undefined) ?? spanOf(node);
}
