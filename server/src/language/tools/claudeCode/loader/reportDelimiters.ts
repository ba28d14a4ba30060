import type { AgentDocument } from '../../../document/agentDocument.ts';
import { lineEnd, lineStart } from '../../../document/lines.ts';
import type { OffsetRange } from '../../../document/offsets.ts';
import type { NoFrontMatter, ToolFrontMatter } from './delimiters.ts';
import type { IssueCollector } from './issueCollector.ts';
import { quotedKeys, type Subject } from './subject.ts';

/** How far into a file an opening fence that came too late is looked for. */
const headLength = 4000;
/** How many lines of text may stand above it: a title, a comment. */
const mostLinesAbove = 3;
/**
 * Notes why no front matter is found, when the file looks as if one were meant. False when it does not: then there is
 * nothing to be said about it.
 */
export function reportNoFrontMatter(
  document: AgentDocument,
  reason: NoFrontMatter,
  subject: Subject,
  issues: IssueCollector,
): boolean {
  const { text, frontMatter } = document;
  const { effect, consequence } = subject.unread(
    document.yaml.entries.some(({ key }) => subject.limits.includes(key)),
  );
  if (reason === 'notClosed') {
    if (!document.yaml.entries.some(({ key }) => subject.keys.includes(key))) return false;
    issues.add(
      'frontMatter.unclosed',
      effect,
      frontMatter.state === 'absent' ? issues.delimiter : frontMatter.open,
      `${consequence}, because the front matter is not closed. Add a line \`---\` below the last key.`,
    );
    return true;
  }
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const head = text.slice(start, start + headLength);
  if (firstKey(subject).test(head)) {
    issues.add(
      'frontMatter.missing',
      effect,
      lineRange(text, start),
      `${consequence}, because it does not begin with a line \`---\`. Add one above the first key.`,
    );
    return true;
  }
  const delimiter = findLateDelimiter(head, subject);
  if (!delimiter) return false;
  const range = { start: start + delimiter.start, end: start + delimiter.end };
  issues.add('frontMatter.late', effect, range, `${consequence}, because ${whyLate(text, range)}.`);
  return true;
}

/**
 * The line that was meant for the opening fence: near the top, with the keys of such a file right below. An example of
 * front matter further down, in a text with headings and code blocks, is none.
 */
function findLateDelimiter(head: string, subject: Subject): OffsetRange | undefined {
  for (const match of head.matchAll(/^[ \t>]*((?:-{3,}|[\u2014\u2013]{1,3}|\+{3})[ \t]*\S*)[ \t]*\r?$/gm)) {
    const above = head
      .slice(0, match.index)
      .split('\n')
      .map(line => line.trim())
      .filter(line => line !== '');
    const blocks = above.filter(line => /^(?:`{3,}|~{3,})/.test(line));
    const isNear =
      above.length <= mostLinesAbove && (blocks.length === 0 || (above.length === 1 && blocks.length === 1));
    if (!isNear) return undefined;
    const start = match.index + match[0].indexOf(match[1]!);
    const below = head.slice(start + match[1]!.length, start + match[1]!.length + 3000);
    if (keyBelow(subject).test(below)) return { start, end: start + match[1]!.length };
  }
  return undefined;
}

function whyLate(text: string, { start, end }: OffsetRange): string {
  const delimiter = text.slice(start, end);
  const before = text.slice(text.startsWith('\uFEFF') ? 1 : 0, start);
  const wrapped = /^\s*(?:`{3,}|~{3,})[^\n]*\n\s*$/.test(before);
  if (wrapped) return 'the front matter stands in a code block. Remove the lines of backquotes around it';
  if (before.trim() !== '') return 'text stands above the opening `---`. Make it the first line of the file';
  if (before !== '')
    return /\n/.test(before)
      ? 'a blank line stands above the opening `---`, which must be the very first thing in the file. Remove what stands before it'
      : 'the opening `---` is indented, and must be the very first thing in the file. Remove the indentation, of the lines below too';
  if (/^-{3}\s*\S/.test(delimiter) && !/^-+$/.test(delimiter))
    return 'something stands behind the opening `---`. Let it stand alone on its line';
  if (!delimiter.startsWith('---') || delimiter.length > 3)
    return `the opening fence must be three dashes, and this is \`${delimiter}\``;
  return 'its lines end in a lone carriage return, as they did on old Macs. Save it with LF or CRLF';
}

/** At the very beginning of a file: one of the keys that show what it is meant for. */
function firstKey({ telling }: Subject): RegExp {
  return new RegExp(`^["']?(?:${telling.join('|')})["']?[ \\t]*:`);
}

/** Below a fence: blank lines and other keys, then such a key. */
function keyBelow({ telling }: Subject): RegExp {
  return new RegExp(
    `^\\s*(?:[^\\s:#][^:\\n]*:[^\\n]*\\n[ \\t>]*){0,4}?["']?(?:${telling.join('|')})["']?[ \\t]*[:=]`,
  );
}

/** Where the tool closes the front matter before its author does, and which keys are lost by it. */
export interface EarlyClose {
  readonly lost: readonly string[];
  /** The key in whose value the dashes stand. */
  readonly within: string | undefined;
}

/** Finds out whether the first three dashes are where the author closes the front matter. */
export function findEarlyClose(document: AgentDocument, found: ToolFrontMatter): EarlyClose | undefined {
  const { frontMatter, text, yaml } = document;
  const { start, end } = found.close;
  if (frontMatter.state === 'absent' || start >= frontMatter.content.end) return undefined;
  const restEnd = lineEnd(text, end);
  const rest = text.slice(end, restEnd).replace(/^-+/, '');
  const lost = yaml.entries
    .filter(({ keyRange }) => keyRange.start >= end && keyRange.start < frontMatter.content.end)
    .map(({ key }) => key);
  const next = /^\s*(\S[^\n]*)?/.exec(text.slice(restEnd, restEnd + 500))?.[1];
  const goesOn = next !== undefined && /^(?:#|["']?[A-Za-z_][\w.-]*["']?[ \t]*:|-(?!--)|[|>])/.test(next);
  if (rest.trim() === '' && (lost.length === 0 || !goesOn)) return undefined;
  const within = yaml.entries.findLast(({ keyRange }) => keyRange.start < start);
  const isInside = within !== undefined && start < within.lines.end;
  const isComment = /^[ \t]*#/.test(text.slice(lineStart(text, start), start));
  return { lost: [...new Set(lost)], within: isInside && !isComment ? within.key : undefined };
}

/** Notes an early close, once it is known whether the agent loads in spite of it. */
export function reportEarlyClose(
  { lost, within }: EarlyClose,
  close: OffsetRange,
  loads: boolean,
  subject: Subject,
  issues: IssueCollector,
): void {
  const limits = lost.filter(key => subject.limits.includes(key));
  const losses = lost.length > 0 ? `${quotedKeys(lost)} below ${lost.length > 1 ? 'are' : 'is'} lost` : '';
  const outcome = !loads ? 'the file is not loaded' : limits.length > 0 ? subject.withoutLimits(limits) : '';
  const cut = within !== undefined && lost.length === 0 ? `\`${within}\` ends here` : '';
  const consequences = [losses, outcome, cut].filter(part => part !== '').join(', and ');
  issues.add(
    'frontMatter.closedEarly',
    !loads
      ? 'rejected'
      : limits.length > 0
        ? 'unrestricted'
        : lost.length > 0
          ? 'ignored'
          : within
            ? 'changed'
            : 'noted',
    close,
    `Claude Code ends the front matter at the first three dashes, wherever they stand, even in quotes or a comment${
      consequences === '' ? ', and takes the rest for the prompt' : `: ${consequences}`
    }. Quoting does not help; write \`—\` or \`--\` instead.`,
    { ...(within !== undefined && { field: within }), data: { lost } },
  );
}

function lineRange(text: string, start: number): OffsetRange {
  return { start, end: text.slice(0, lineEnd(text, start)).trimEnd().length };
}
