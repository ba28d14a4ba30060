import type { AgentDocument } from '../document/agentDocument.ts';
import { lineBreak } from '../document/lines.ts';
import type { OffsetRange } from '../document/offsets.ts';
import type { Issue } from './issue.ts';

/** What a tool wants of the fences, as far as it is stricter than an author expects. */
export interface DelimiterDemands {
  readonly tool: string;
  /** What the tool puts up with; the rest is named as the cause. */
  readonly takes: readonly ('byteOrderMark' | 'lonelyCarriageReturns')[];
}

/**
 * Says why a tool that cuts files with `splitAtDashes` finds no front matter in one. Call it only where it finds none.
 */
export function noSplitIssue(document: AgentDocument, { tool, takes }: DelimiterDemands): Issue {
  const { text, frontMatter } = document;
  const refused = (code: Issue['code'], range: OffsetRange, message: string): Issue => ({
    code,
    effect: 'rejected',
    range,
    problem: `${tool} does not load this file: ${message}`,
  });
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  const firstLine = lineAt(text, mark);
  const first = text.slice(firstLine.start, firstLine.end);
  const wanted = 'the very first line must be `---` and nothing else';
  if (mark && !takes.includes('byteOrderMark') && /^---/.test(first))
    return refused(
      'frontMatter.late',
      { start: 0, end: firstLine.end },
      'it begins with a byte order mark, an invisible character, and `---` must come first. Save it as UTF-8 without BOM.',
    );
  if (/^---\r/.test(text.slice(mark)) && !text.startsWith('\n', firstLine.end) && first.includes('\r'))
    return refused(
      'frontMatter.late',
      { start: mark, end: mark + 3 },
      'its lines end in a lone carriage return. Save it with LF or CRLF line ends.',
    );
  if (/^---\S|^---[ \t]+/.test(first))
    return refused(
      'frontMatter.late',
      firstLine,
      `${wanted}, and here something follows the dashes. Remove what stands after them.`,
    );
  if (/^[ \t]+---[ \t]*$/.test(first))
    return refused('frontMatter.late', firstLine, `${wanted}, and here it is indented. Remove the spaces.`);
  if (first === '---') return closing(document, firstLine, refused);
  if (frontMatter.state !== 'absent')
    return refused(
      'frontMatter.late',
      { start: mark, end: frontMatter.open.end },
      `${wanted}, and here blank lines come before it. Delete them.`,
    );
  const later = /^---[ \t]*\r?\n(?=[\w"'-]+[ \t]*:)/m.exec(text);
  if (later) {
    const delimiter = lineAt(text, later.index);
    return refused(
      'frontMatter.late',
      delimiter,
      `${wanted}, and here text comes before it. Move that text below the front matter.`,
    );
  }
  return refused(
    'frontMatter.missing',
    firstLine,
    `it has no front matter. Begin it with \`---\`, a line with \`name:\`, one with \`description:\`, and \`---\`. If it is not meant as an agent, move it to another folder.`,
  );
}

function closing(
  document: AgentDocument,
  open: OffsetRange,
  refused: (code: Issue['code'], range: OffsetRange, message: string) => Issue,
): Issue {
  const { text, frontMatter } = document;
  if (
    frontMatter.state === 'closed' &&
    text.slice(frontMatter.content.start, frontMatter.content.end).trim() === ''
  )
    return refused(
      'frontMatter.missing',
      open,
      'its front matter is empty. Put a line with `name:` and one with `description:` between the two `---`.',
    );
  const near = /^[ \t]*---.*$|^\.\.\.[ \t]*$/m.exec(text.slice(open.end));
  if (near) {
    const delimiter = lineAt(text, open.end + near.index);
    if (text.slice(delimiter.start, delimiter.end) !== '---')
      return refused(
        'frontMatter.unclosed',
        delimiter,
        'the front matter must end with a line that is `---` and nothing else, and this line is not. Write exactly three dashes.',
      );
    if (delimiter.end === text.length)
      return refused(
        'body.empty',
        delimiter,
        'it ends with the front matter, and a prompt must follow it. Write one below.',
      );
  }
  return refused(
    'frontMatter.unclosed',
    open,
    'the front matter is never closed. Put a line with `---` after its last field.',
  );
}

function lineAt(text: string, start: number): OffsetRange {
  return { start, end: lineBreak(text, start) };
}
