/** More parts and characters than this, written out, are cut. No agent file comes near. */
const mostParts = 2_000_000;
/** The same of lists, mappings and scalars alone, which cost more than characters. */
const mostNodes = 20_000;
/** Values within more than this many others are cut: a program that descends into them runs out of stack. */
const deepest = 1000;

/**
 * Returns the same value when it ends; otherwise a copy that does. With aliases, a few lines of YAML make a value that
 * contains itself, or is longer, written out, than memory: whoever turned it into text would fail. A value within itself
 * becomes `…`, and what is beyond the limit is left out.
 */
export function boundedValue(value: unknown): unknown {
  return isBounded(value) ? value : cut(value);
}

function isBounded(value: unknown): boolean {
  let parts = 0;
  let nodes = 0;
  const around = new Set<unknown>();
  const visit = (part: unknown): boolean => {
    parts += sizeOf(part);
    nodes++;
    if (parts > mostParts || nodes > mostNodes || around.size > deepest || around.has(part)) return false;
    if (!isObject(part)) return true;
    around.add(part);
    const all = entriesOf(part).every(([key, item]) => {
      parts += key.length;
      return visit(item);
    });
    around.delete(part);
    return all;
  };
  return visit(value);
}

function cut(value: unknown): unknown {
  let parts = 0;
  let nodes = 0;
  const around = new Set<unknown>();
  const copy = (part: unknown): unknown => {
    parts += sizeOf(part);
    nodes++;
    if (!isObject(part)) return part;
    if (around.has(part) || around.size > deepest) return '…';
    around.add(part);
    const entries: [string, unknown][] = [];
    for (const [key, item] of entriesOf(part)) {
      parts += key.length;
      if (parts > mostParts || nodes > mostNodes) break;
      entries.push([key, copy(item)]);
    }
    around.delete(part);
    return Array.isArray(part) ? entries.map(([, item]) => item) : Object.fromEntries(entries);
  };
  return copy(value);
}

function sizeOf(part: unknown): number {
  return typeof part === 'string' ? 1 + part.length : 1;
}

function isObject(part: unknown): part is object {
  return typeof part === 'object' && part !== null && !(part instanceof Date);
}

function entriesOf(part: object): [string, unknown][] {
  if (ArrayBuffer.isView(part)) return [];
  if (part instanceof Map) return [...part].map(([key, item]) => [String(key), item]);
  return Object.entries(part instanceof Set ? [...part] : part);
}
