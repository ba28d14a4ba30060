import type { SelectionRange } from 'vscode-languageserver-types';
import type { AgentDocument } from '../../document/agentDocument.ts';
import { lineAfter, lineBreak, lineStart } from '../../document/lines.ts';
import { type OffsetRange, trimRange } from '../../document/offsets.ts';
import { isMap, isScalar, isSeq, type Node, spanOf } from '../../document/yamlNodes.ts';
import { keysOf, type Part, partsOfBody } from './parts.ts';

/**
 * What “expand selection” selects around an offset, the smallest first: a word, a value, its key with it, the mapping
 * around it and the front matter; in the prompt the line, the paragraph, the sections and the prompt; then the file.
 */
export function selectionAt(document: AgentDocument, offset: number): SelectionRange {
  const ranges = [wordAt(document.text, offset), ...around(document, offset)].filter(
    range => range.start <= offset && offset <= range.end,
  );
  ranges.sort((a, b) => b.end - b.start - (a.end - a.start));
  let selection: SelectionRange = { range: document.toRange({ start: 0, end: document.text.length }) };
  let outer: OffsetRange = { start: 0, end: document.text.length };
  for (const range of ranges) {
    const isInside = range.start >= outer.start && range.end <= outer.end;
    const isSmaller = range.end - range.start < outer.end - outer.start;
    if (!isInside || !isSmaller || range.start === range.end) continue;
    selection = { range: document.toRange(range), parent: selection };
    outer = range;
  }
  return selection;
}

function around(document: AgentDocument, offset: number): OffsetRange[] {
  const { text, frontMatter } = document;
  if (offset < frontMatter.body.start) {
    const { open, close, content } = frontMatter;
    const whole = { start: open.start, end: close?.end ?? content.end };
    const entry = document.yaml.entries.find(({ lines }) => lines.start <= offset && offset < lines.end);
    return [whole, content, ...partsAt(keysOf(document), offset), ...nodesAt(entry?.node, offset)];
  }
  return [
    frontMatter.body,
    trimRange(text, frontMatter.body),
    ...partsAt(partsOfBody(document), offset),
    paragraphAt(text, offset, frontMatter.body),
    trimRange(text, { start: lineStart(text, offset), end: lineBreak(text, offset) }),
  ];
}

function partsAt(parts: readonly Part[], offset: number): OffsetRange[] {
  const part = parts.find(({ range }) => range.start <= offset && offset <= range.end);
  return part ? [part.range, part.nameRange, ...partsAt(part.parts, offset)] : [];
}

/** The values around an offset; a string without its quotes too. */
function nodesAt(node: Node | null | undefined, offset: number): OffsetRange[] {
  const span = spanOf(node ?? undefined);
  if (!node || !span || offset < span.start || offset > span.end) return [];
  const inner: (Node | null)[] = isSeq(node)
    ? (node.items as Node[])
    : isMap(node)
      ? node.items.flatMap(({ key, value }) => [key as Node, value as Node | null])
      : [];
  const isQuoted = isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE');
  const unquoted = isQuoted ? [{ start: span.start + 1, end: span.end - 1 }] : [];
  const next = inner.find(each => {
    const at = spanOf(each ?? undefined);
    return at && at.start <= offset && offset <= at.end;
  });
  return [span, ...unquoted, ...nodesAt(next, offset)];
}

function wordAt(text: string, offset: number): OffsetRange {
  const isPart = (at: number): boolean => /[\p{L}\p{N}_-]/u.test(text[at] ?? '');
  let [start, end] = [offset, offset];
  while (start > 0 && isPart(start - 1)) start--;
  while (isPart(end)) end++;
  return { start, end };
}

/** The lines around an offset without an empty one between them. */
function paragraphAt(text: string, offset: number, body: OffsetRange): OffsetRange {
  const isBlank = (from: number, to: number): boolean => text.slice(from, to).trim() === '';
  let start = lineStart(text, offset);
  let end = lineBreak(text, offset);
  if (isBlank(start, end)) return { start: offset, end: offset };
  while (start > body.start) {
    const above = lineStart(text, start - 1);
    if (isBlank(above, start)) break;
    start = above;
  }
  while (end < body.end) {
    const below = lineAfter(text, end);
    const last = lineBreak(text, below);
    if (below >= body.end || isBlank(below, last)) break;
    end = last;
  }
  return { start: Math.max(start, body.start), end };
}
