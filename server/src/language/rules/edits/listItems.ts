import { lineBreak, lineStart } from '../../document/lines.ts';
import type { OffsetRange } from '../../document/offsets.ts';
import type { Issue } from '../../loading/issue.ts';
import type { Fix, RuleContext, TextChange } from '../rule.ts';
import { applyChanges, difference } from './outcome.ts';

/**
 * Removes the item at `range` from its list, with its comma or its line.
 *
 * ```text
 * tools: Read, Grpe, Edit     →  tools: Read, Edit
 * tools: [Read, Grpe]         →  tools: [Read]
 *   - Grpe                    →  (the line is gone)
 * ```
 *
 * Returns `undefined` for the only item, because an empty list has a different meaning, and for the key of a mapping.
 */
function removeListItem(text: string, contentStart: number, range: OffsetRange): TextChange | undefined {
  const item = withQuotes(text, range);
  const line = { start: lineStart(text, item.start), end: lineBreak(text, item.end) };
  if (/^[ \t]*-[ \t]+$/.test(text.slice(line.start, item.start))) {
    if (text.slice(item.end, line.end).trim() !== '' && !/^\s*#/.test(text.slice(item.end, line.end)))
      return undefined;
    const marker = /^[ \t]*-[ \t]/.exec(text.slice(line.start, item.start))![0];
    const next = Math.min(line.end + 1, text.length);
    const hasNeighbor =
      text.slice(0, line.start).trimEnd().split(/\r?\n/).at(-1)?.startsWith(marker) ||
      text.startsWith(marker, next);
    return hasNeighbor ? { range: { start: line.start, end: next }, newText: '' } : undefined;
  }
  if (/^[ \t]*:(?:\s|$)/.test(text.slice(item.end, line.end))) return undefined;
  const after = /^[ \t]*,[ \t]*/.exec(text.slice(item.end, line.end));
  if (after) return { range: { start: item.start, end: item.end + after[0].length }, newText: '' };
  const before = /,\s*$/.exec(text.slice(contentStart, item.start));
  if (before) return { range: { start: item.start - before[0].length, end: item.end }, newText: '' };
  const spaceAfter = /^[ \t]+(?=[^\s\]#"'])/.exec(text.slice(item.end, line.end));
  if (spaceAfter) return { range: { start: item.start, end: item.end + spaceAfter[0].length }, newText: '' };
  const spaceBefore = /(?<=[^\s:"'[])[ \t]+$/.exec(text.slice(line.start, item.start));
  return spaceBefore
    ? { range: { start: item.start - spaceBefore[0].length, end: item.end }, newText: '' }
    : undefined;
}

/** Returns the fix that removes the item of an issue from its list; `undefined` for the only item. */
export function removeItemFix(issue: Issue, { document }: RuleContext): Fix | undefined {
  const removal = removeListItem(document.text, document.frontMatter.content.start, issue.range);
  return removal && { title: `Remove \`${document.slice(issue.range)}\``, changes: [removal], safe: false };
}

/** Returns the fix that removes the items of all issues from their list; `undefined` when none would be left. */
export function removeItemsFix(issues: readonly Issue[], { document }: RuleContext): Fix | undefined {
  let { text } = document;
  // From the last to the first, so that the ranges of those to come stay valid.
  for (const { range } of [...issues].sort((a, b) => b.range.start - a.range.start)) {
    const removal = removeListItem(text, document.frontMatter.content.start, range);
    if (!removal) return undefined;
    text = applyChanges(text, [removal]);
  }
  return { title: `Remove all ${issues.length}`, changes: [difference(document.text, text)], safe: false };
}

/** Extends the range to the quotes around the item, when they belong to this item alone. */
function withQuotes(text: string, range: OffsetRange): OffsetRange {
  const quote = text[range.start - 1];
  const own =
    (quote === '"' || quote === "'") &&
    text[range.end] === quote &&
    /[[,\s-]/.test(text[range.start - 2] ?? '');
  const alone = own && !/:[ \t]*$/.test(text.slice(lineStart(text, range.start - 1), range.start - 1));
  return alone ? { start: range.start - 1, end: range.end + 1 } : range;
}
