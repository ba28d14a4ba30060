import type { OffsetRange } from './offsets.ts';
import { type Bounds, scanFlow } from './outlineFlow.ts';
import type {
  BlockScalarOutline,
  ItemOutline,
  MapOutline,
  PairOutline,
  ValueOutline,
} from './outlineNodes.ts';
import {
  listIn,
  mapIn,
  type OpenContainers,
  type Owner,
  ownerFor,
  placeItem,
  placePair,
} from './outlinePlacing.ts';
import {
  blockHeader,
  colonOf,
  keyOf,
  lineAt,
  type OutlineLine,
  scanPlain,
  scanQuoted,
} from './outlineText.ts';

/**
 * Outlines front matter by its lines and their indentation, to find the context of a cursor.
 *
 * Does not validate the YAML, and supports incomplete text: each line is placed by its column, whatever is wrong above it.
 * Linear in the length of `content`; never throws.
 */
export function outlineOf(text: string, content: OffsetRange): MapOutline {
  const root: MapOutline = { kind: 'map', column: 0, pairs: [] };
  const open: OpenContainers = [root];
  let at = content.start;
  while (at < content.end) {
    const line = lineAt(text, at, content.end);
    at = line.next;
    if (line.start + line.indent >= line.end || text[line.start + line.indent] === '#') continue;
    at = Math.max(at, addLine(text, line, content.end, root, open));
  }
  return root;
}

/** Places one line. Returns the offset of the first line that is not part of it. */
function addLine(
  text: string,
  line: OutlineLine,
  limit: number,
  root: MapOutline,
  open: OpenContainers,
): number {
  let at = line.start + line.indent;
  let owner: Owner | undefined;
  let parent = -1;
  while (text[at] === '-' && (at + 1 >= line.end || /[ \t]/.test(text[at + 1]!))) {
    const column = at - line.start;
    const item: ItemOutline = { start: at, dash: at, value: undefined };
    if (owner) open.push(listIn(owner, column, item));
    else if (!placeItem(item, column, open)) return line.next;
    owner = item;
    parent = column;
    at++;
    while (at < line.end && /[ \t]/.test(text[at]!)) at++;
    if (at >= line.end || text[at] === '#') return line.next;
  }
  const column = at - line.start;
  const pair = pairAt(text, at, line, owner === undefined);
  if (pair && (owner === undefined || pair.colon !== undefined)) {
    if (owner) open.push(mapIn(owner, column, pair));
    else if (!placePair(pair, column, root, open)) return line.next;
    if (pair.colon === undefined) return line.next;
    const read = readValue(text, pair.colon + 1, line, { limit, column });
    pair.value = read.value;
    return read.next;
  }
  if (!owner) {
    const waiting = ownerFor(column, open);
    if (!waiting) return line.next;
    owner = waiting.owner;
    parent = waiting.column;
  }
  const read = readValue(text, at, line, { limit, column: parent });
  owner.value = read.value;
  return read.next;
}

/** The `key:` that starts at `at`, or a single word if `allowsWord`. */
function pairAt(text: string, at: number, line: OutlineLine, allowsWord: boolean): PairOutline | undefined {
  const key = keyOf(text, at, line.end);
  if (!key) return undefined;
  const colon = colonOf(text, key, line.end, allowsWord);
  if (colon === undefined && !(allowsWord && key.isLoneWord)) return undefined;
  return {
    key: text.slice(key.range.start, key.range.end),
    keyRange: key.range,
    quote: key.quote,
    column: at - line.start,
    colon,
    value: undefined,
  };
}

const anchorAndTag = /^[ \t]*(?:[&!][^\s,[\]{}]*(?:[ \t]+|$)){0,2}/;

/** Reads the value after a colon or dash, including its following lines. */
function readValue(
  text: string,
  from: number,
  line: OutlineLine,
  bounds: Bounds,
): { value: ValueOutline | undefined; next: number } {
  const at = from + anchorAndTag.exec(text.slice(from, line.end))![0].length;
  const first = text[at];
  if (at >= line.end || first === '#') return { value: undefined, next: line.next };
  if (blockHeader.test(text.slice(at, line.end))) {
    let { end, next } = line;
    while (next < bounds.limit) {
      const following = lineAt(text, next, bounds.limit);
      next = following.next;
      if (following.start + following.indent >= following.end) continue;
      if (following.indent <= bounds.column) return { value: blockScalar(at, end), next: following.start };
      end = following.end;
    }
    return { value: blockScalar(at, end), next };
  }
  const value =
    first === '[' || first === '{'
      ? scanFlow(text, at, bounds)
      : first === '"' || first === "'"
        ? scanQuoted(text, at, bounds)
        : scanPlain(text, at, line, bounds);
  return { value, next: lineAt(text, Math.max(value.range.end, at), bounds.limit).next };
}

function blockScalar(start: number, end: number): BlockScalarOutline {
  return { kind: 'blockScalar', range: { start, end } };
}
