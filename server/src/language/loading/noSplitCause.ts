import type { AgentDocument } from '../document/agentDocument.ts';
import { lineBreak } from '../document/lines.ts';
import type { OffsetRange } from '../document/offsets.ts';
import { byteOrderMarkCause } from './delimiterCause.ts';
import type { Cause } from './issue.ts';
import { findMeantFrontMatter, meantText } from './meantFrontMatter.ts';

/** What a tool requires of the front matter delimiters, as far as it is stricter than an author expects. */
export interface DelimiterDemands {
  /** What the tool accepts; the rest is named as the cause. */
  readonly takes: readonly ('byteOrderMark' | 'lonelyCarriageReturns')[];
}

const notExact = 'The first line is not exactly `---`';
const notFirst = 'Front matter does not start on the first line';

/** Explains why a tool that splits files with `splitAtDashes` finds no front matter. Call it only where it finds none. */
export function noSplitCause(document: AgentDocument, { takes }: DelimiterDemands): Cause {
  const { text, frontMatter } = document;
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  const firstLine = lineAt(text, mark);
  const first = text.slice(firstLine.start, firstLine.end);
  if (mark && !takes.includes('byteOrderMark') && /^---/.test(first))
    return { ...byteOrderMarkCause, range: { start: 0, end: firstLine.end } };
  if (/^---\r/.test(text.slice(mark)) && !text.startsWith('\n', firstLine.end) && first.includes('\r'))
    return because(
      'frontMatter.late',
      { start: mark, end: mark + 3 },
      'Lines end in a lone carriage return',
      'Save the file with LF or CRLF line endings',
    );
  if (/^---\S|^---[ \t]+/.test(first))
    return because('frontMatter.late', firstLine, notExact, 'Remove what follows the dashes');
  if (/^[ \t]+---[ \t]*$/.test(first))
    return because('frontMatter.late', firstLine, notExact, 'Remove the indentation');
  if (first === '---') return closing(document, firstLine);
  if (frontMatter.state !== 'absent')
    return because(
      'frontMatter.late',
      { start: mark, end: frontMatter.open.end },
      notFirst,
      'Delete the blank lines before it',
    );
  const meant = findMeantFrontMatter(text);
  if (meant) {
    const { problem, advice } = meantText(meant, document.slice(meant.range));
    const code = meant.cause === 'noDelimiter' ? 'frontMatter.missing' : 'frontMatter.late';
    return because(code, meant.range, problem, advice);
  }
  return because(
    'frontMatter.missing',
    firstLine,
    'Front matter is missing',
    'Start the file with `---`, a line with `name:`, one with `description:`, and `---`; or move it to another folder if it is not meant as an agent',
  );
}

function closing(document: AgentDocument, open: OffsetRange): Cause {
  const { text, frontMatter } = document;
  if (
    frontMatter.state === 'closed' &&
    text.slice(frontMatter.content.start, frontMatter.content.end).trim() === ''
  )
    return because(
      'frontMatter.missing',
      open,
      'Front matter is empty',
      'Put a line with `name:` and one with `description:` between the two `---`',
    );
  const near = /^[ \t]*---.*$|^\.\.\.[ \t]*$/m.exec(text.slice(open.end));
  if (near) {
    const delimiter = lineAt(text, open.end + near.index);
    if (text.slice(delimiter.start, delimiter.end) !== '---')
      return because(
        'frontMatter.unclosed',
        delimiter,
        'Front matter is not closed',
        'Write exactly three dashes on this line and nothing else',
      );
    if (delimiter.end === text.length)
      return because('body.empty', delimiter, 'Prompt is empty', 'Write a prompt below the front matter');
  }
  return because(
    'frontMatter.unclosed',
    open,
    'Front matter is not closed',
    'Put a line with `---` after its last field',
  );
}

function lineAt(text: string, start: number): OffsetRange {
  return { start, end: lineBreak(text, start) };
}

function because(code: Cause['code'], range: OffsetRange, problem: string, advice: string): Cause {
  return { code, range, problem, advice };
}
