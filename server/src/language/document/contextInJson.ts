import type { AgentDocument, Path } from './agentDocument.ts';
import { type CursorContext, type KeyContext, keyContext } from './cursorContext.ts';
import { touches } from './offsets.ts';
import { isMap, isScalar, isSeq, type Node, spanOf } from './yamlNodes.ts';

/**
 * The context of the cursor in JSON: a written key, or the first character, which stands for the whole file. Values have
 * none: editors complete JSON themselves.
 */
export function contextInJson({ frontMatter, yaml }: AgentDocument, offset: number): CursorContext {
  if (touches(frontMatter.open, offset))
    return { kind: 'delimiter', delimiter: 'open', range: frontMatter.open };
  return keyAt(yaml.root, offset, []) ?? { kind: 'none' };
}

function keyAt(node: Node | undefined, offset: number, path: Path): KeyContext | undefined {
  const span = spanOf(node);
  if (!span || !touches(span, offset)) return undefined;
  if (isSeq(node)) {
    for (const [index, item] of node.items.entries()) {
      const found = keyAt(item as Node, offset, [...path, index]);
      if (found) return found;
    }
  }
  if (!isMap(node)) return undefined;
  for (const { key, value } of node.items) {
    if (!isScalar(key) || !key.range) continue;
    const text = String(key.value);
    const range = { start: key.range[0] + 1, end: key.range[1] - 1 };
    if (touches({ start: key.range[0], end: key.range[1] }, offset))
      return keyContext({ text, range }, path, offset);
    const below = keyAt((value ?? undefined) as Node | undefined, offset, [...path, text]);
    if (below) return below;
  }
  return undefined;
}
