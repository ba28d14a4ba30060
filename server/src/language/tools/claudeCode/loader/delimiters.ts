import type { OffsetRange } from '../../../document/offsets.ts';

/** What Claude Code reads as the front matter. */
export interface ToolFrontMatter {
  /** The text between the delimiters, which is read as YAML. */
  readonly content: OffsetRange;
  /** The three dashes that close it, wherever they are. */
  readonly close: OffsetRange;
  /** Everything after the closing delimiter and the whitespace that follows it. */
  readonly body: OffsetRange;
}

/** Why none is found: no opening delimiter at the very beginning, or no three dashes after it. */
export type NoFrontMatter = 'notOpened' | 'notClosed';

const opening = /^---\s*\n/;
const gap = /\s*\n?/y;

/**
 * The first step: three dashes at the very beginning (a byte order mark is accepted), then whitespace to the end of
 * the line; the first three dashes after that close the front matter, even in the middle of a line, inside quotes,
 * in a comment or in a table.
 *
 * ```text
 * ---
 * name: x
 * description: use --- always     closes here: the description is `use`, the rest is the prompt
 * tools: Read
 * ---
 * ```
 */
export function findFrontMatter(text: string): ToolFrontMatter | NoFrontMatter {
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  const open = opening.exec(mark === 0 ? text : text.slice(1));
  if (!open) return 'notOpened';
  const start = mark + open[0].length;
  const end = text.indexOf('---', start);
  if (end < 0) return 'notClosed';
  gap.lastIndex = end + 3;
  const following = gap.exec(text)!;
  return {
    content: { start, end },
    close: { start: end, end: end + 3 },
    body: { start: end + 3 + following[0].length, end: text.length },
  };
}
