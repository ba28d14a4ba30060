import type { AgentDocument } from '../../document/agentDocument.ts';
import { lineBreak, lineStart } from '../../document/lines.ts';
import type { OffsetRange } from '../../document/offsets.ts';
import type { Issue } from '../../loading/issue.ts';
import type { Fix, RuleContext, TextChange } from '../rule.ts';

/**
 * Takes the item at `range` out of the list that it stands in, with the comma or the line that goes with it.
 *
 * ```text
 * tools: Read, Grpe, Edit     →  tools: Read, Edit
 * tools: [Read, Grpe]         →  tools: [Read]
 *   - Grpe                    →  (the line is gone)
 * ```
 *
 * `undefined` when the item is the only one, since an empty list means something else than a shorter one, and for the
 * key of a map.
 */
function removeListItem(document: AgentDocument, range: OffsetRange): TextChange | undefined {
  const { text } = document;
  const item = withQuotes(text, range);
  const line = { start: lineStart(text, item.start), end: lineBreak(text, item.end) };
  if (/^[ \t]*-[ \t]+$/.test(text.slice(line.start, item.start))) {
    if (text.slice(item.end, line.end).trim() !== '' && !/^\s*#/.test(text.slice(item.end, line.end)))
      return undefined;
    const manifest = /^[ \t]*-[ \t]/.exec(text.slice(line.start, item.start))![0];
    const next = Math.min(line.end + 1, text.length);
    const hasNeighbor =
      text.slice(0, line.start).trimEnd().split(/\r?\n/).at(-1)?.startsWith(manifest) ||
      text.startsWith(manifest, next);
    return hasNeighbor ? { range: { start: line.start, end: next }, newText: '' } : undefined;
  }
  if (/^[ \t]*:(?:\s|$)/.test(text.slice(item.end, line.end))) return undefined;
  const after = /^[ \t]*,[ \t]*/.exec(text.slice(item.end, line.end));
  if (after) return { range: { start: item.start, end: item.end + after[0].length }, newText: '' };
  const before = /,\s*$/.exec(text.slice(document.frontMatter.content.start, item.start));
  if (before) return { range: { start: item.start - before[0].length, end: item.end }, newText: '' };
  const blankAfter = /^[ \t]+(?=[^\s\]#"'])/.exec(text.slice(item.end, line.end));
  if (blankAfter) return { range: { start: item.start, end: item.end + blankAfter[0].length }, newText: '' };
  const blankBefore = /(?<=[^\s:"'[])[ \t]+$/.exec(text.slice(line.start, item.start));
  return blankBefore
    ? { range: { start: item.start - blankBefore[0].length, end: item.end }, newText: '' }
    : undefined;
}

/** The fix that takes the item of a note out of its list; `undefined` when it is the only one. */
export function removeItemFix(issue: Issue, { document }: RuleContext): Fix | undefined {
  const removal = removeListItem(document, issue.range);
  return removal && { title: `Remove \`${document.slice(issue.range)}\``, changes: [removal], safe: false };
}

/** The item with the quotes around it, when it has quotes of its own. */
function withQuotes(text: string, range: OffsetRange): OffsetRange {
  const quote = text[range.start - 1];
  const own =
    (quote === '"' || quote === "'") &&
    text[range.end] === quote &&
    /[[,\s-]/.test(text[range.start - 2] ?? '');
  const alone = own && !/:[ \t]*$/.test(text.slice(lineStart(text, range.start - 1), range.start - 1));
  return alone ? { start: range.start - 1, end: range.end + 1 } : range;
}
