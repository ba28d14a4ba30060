import { lineEnd } from './lines.ts';
import type { OffsetRange } from './offsets.ts';

/** The ranges of a Markdown text that are not prose, sorted and disjoint. */
export interface CodeRanges {
  /** True when the offset is in a code block, a code span or a comment. */
  has(offset: number): boolean;
}

const mark = /`+|~{3,}|\n[ \t]*\r?\n|<!--/g;
/** What may precede a fence on its line: quotes and list markers. */
const beforeFence = /^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*$/;
/** The maximum indentation of a fence. */
const longestIndent = 200;

/**
 * Finds the fenced code blocks, code spans and HTML comments of a Markdown text, as far as possible without a Markdown
 * parser. One pass in linear time.
 *
 * Indented code is not included: whether it is code depends on the list around it.
 */
export function codeRangesOf(text: string, { start, end }: OffsetRange): CodeRanges {
  const ranges: OffsetRange[] = [];
  /** The runs of backquotes in the current paragraph, of which the first may open a span. */
  let runs: { start: number; end: number }[] = [];
  const endParagraph = (): void => {
    for (const span of spansOf(runs)) ranges.push(span);
    runs = [];
  };
  mark.lastIndex = start;
  for (let found = mark.exec(text); found && found.index < end; found = mark.exec(text)) {
    const { index, 0: word } = found;
    if (word === '<!--') {
      endParagraph();
      const close = text.indexOf('-->', index);
      mark.lastIndex = close < 0 || close > end ? end : close + 3;
      ranges.push({ start: index, end: mark.lastIndex });
    } else if (word.startsWith('\n')) {
      endParagraph();
      // The second of two line breaks can be the first of the next two.
      mark.lastIndex = index + word.length - 1;
    } else if (word.length >= 3 && isFence(text, index, word)) {
      endParagraph();
      mark.lastIndex = endOfBlock(text, word, index + word.length, end);
      ranges.push({ start: index, end: mark.lastIndex });
    } else if (word.startsWith('`')) runs.push({ start: index, end: index + word.length });
  }
  endParagraph();
  return { has: offset => isWithin(ranges, offset) };
}

/** True for a run of characters that opens a code block; no backquote may follow backquotes on the line. */
function isFence(text: string, at: number, run: string): boolean {
  const near = text.slice(Math.max(0, at - longestIndent), at);
  if (!beforeFence.test(near.slice(near.lastIndexOf('\n') + 1))) return false;
  if (!run.startsWith('`')) return true;
  const tick = text.indexOf('`', at + run.length);
  return tick < 0 || lineEnd(text, at + run.length) < tick;
}

/** The end of a fenced code block: after a line with at least as many of the same characters, or the end of the text. */
function endOfBlock(text: string, fence: string, from: number, end: number): number {
  const closing = new RegExp(`^[ \\t>]*${fence[0]}{${fence.length},}[ \\t]*\\r?$`, 'gm');
  closing.lastIndex = from;
  const close = closing.exec(text);
  return close && close.index < end ? close.index + close[0].length : end;
}

/** A run of backquotes opens a span if a run of the same length follows. */
function spansOf(runs: readonly OffsetRange[]): OffsetRange[] {
  const next: number[] = [];
  const seen = new Map<number, number>();
  for (let at = runs.length - 1; at >= 0; at--) {
    const length = runs[at]!.end - runs[at]!.start;
    next[at] = seen.get(length) ?? -1;
    seen.set(length, at);
  }
  const spans: OffsetRange[] = [];
  for (let at = 0; at < runs.length; at++) {
    const close = next[at]!;
    if (close < 0) continue;
    spans.push({ start: runs[at]!.start, end: runs[close]!.end });
    at = close;
  }
  return spans;
}

function isWithin(ranges: readonly OffsetRange[], offset: number): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  const range = ranges[low];
  return range !== undefined && range.start <= offset;
}
