import type { AgentDocument } from '../document/agentDocument.ts';
import type { OffsetRange } from '../document/offsets.ts';
import { isScalar, isSeq } from '../document/yamlNodes.ts';

/** One name in a list of names, and where it stands, without quotes. */
export interface ListItem {
  readonly value: string;
  readonly range: OffsetRange;
}

/**
 * Returns the names that a top-level key lists, as a YAML list or a comma-separated string. Empty when there is no such
 * key, or its value is of another type. Items of a list without a scalar value are left out.
 */
export function listItems(document: AgentDocument, key: string): ListItem[] {
  const entry = document.entry(key);
  if (!entry) return [];
  if (isSeq(entry.node))
    return entry.node.items.flatMap(item => {
      if (!isScalar(item) || !item.range || item.value === null) return [];
      return [
        {
          value: String(item.value),
          range: withoutQuotes(document, { start: item.range[0], end: item.range[1] }),
        },
      ];
    });
  if (typeof entry.value !== 'string') return [];
  const inner = withoutQuotes(document, entry.range);
  const items: ListItem[] = [];
  let start = inner.start;
  for (const part of document.slice(inner).split(',')) {
    const leading = part.length - part.trimStart().length;
    const value = part.trim();
    if (value !== '')
      items.push({ value, range: { start: start + leading, end: start + leading + value.length } });
    start += part.length + 1;
  }
  return items;
}

function withoutQuotes(document: AgentDocument, range: OffsetRange): OffsetRange {
  const text = document.slice(range);
  return text.length >= 2 && /^(["']).*\1$/s.test(text)
    ? { start: range.start + 1, end: range.end - 1 }
    : range;
}
