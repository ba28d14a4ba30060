import type { AgentDocument } from '../../../document/agentDocument.ts';
import { lineEnd, lineStart } from '../../../document/lines.ts';
import type { OffsetRange } from '../../../document/offsets.ts';
import type { IssueText } from '../../../loading/issue.ts';
import type { NoFrontMatter, ToolFrontMatter } from './delimiters.ts';
import type { IssueCollector } from './issueCollector.ts';
import { quotedKeys, type Subject } from './subject.ts';

/** How far into a file a late opening delimiter is searched for. */
const headLength = 4000;
/** How many lines of text may be above it: a title, a comment. */
const mostLinesAbove = 3;

/** Reports why no front matter is found. Returns false, without an issue, when the file does not look as if one were meant. */
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
      { problem: 'Front matter is not closed', consequence, advice: 'Add a line `---` below the last key' },
    );
    return true;
  }
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const head = text.slice(start, start + headLength);
  if (firstKey(subject).test(head)) {
    issues.add('frontMatter.missing', effect, lineRange(text, start), {
      problem: 'Front matter is missing',
      consequence,
      advice: 'Add a line `---` above the first key, at the very beginning of the file',
    });
    return true;
  }
  const delimiter = findLateDelimiter(head, subject);
  if (!delimiter) return false;
  const range = { start: start + delimiter.start, end: start + delimiter.end };
  issues.add('frontMatter.late', effect, range, { consequence, ...whyLate(text, range) });
  return true;
}

/**
 * Finds the line meant as the opening delimiter: near the top, with the keys of such a file right below. An example of
 * front matter further down, in a text with headings and code blocks, does not count.
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

function whyLate(text: string, { start, end }: OffsetRange): IssueText {
  const delimiter = text.slice(start, end);
  const before = text.slice(text.startsWith('\uFEFF') ? 1 : 0, start);
  const late = 'Front matter does not start on the first line';
  if (/^\s*(?:`{3,}|~{3,})[^\n]*\n\s*$/.test(before))
    return { problem: late, advice: 'Remove the code fence around the front matter' };
  if (before.trim() !== '')
    return { problem: late, advice: 'Move the text above the opening `---` below the front matter' };
  if (before.includes('\n'))
    return { problem: late, advice: 'Remove everything before the opening `---`, blank lines too' };
  const malformed = 'The first line is not exactly `---`';
  if (before !== '')
    return {
      problem: malformed,
      advice: 'Remove the indentation of the opening `---` and of the lines below',
    };
  if (/^-{3}\s*\S/.test(delimiter) && !/^-+$/.test(delimiter))
    return { problem: malformed, advice: 'Remove everything after the opening `---` on its line' };
  if (!delimiter.startsWith('---') || delimiter.length > 3)
    return { problem: malformed, advice: `Write \`---\` instead of \`${delimiter}\`` };
  return {
    problem: 'Lines end in a lone carriage return',
    advice: 'Save the file with LF or CRLF line ends',
  };
}

/** Matches, at the very beginning of a file, one of the keys that show what it is meant as. */
function firstKey({ identifyingKeys }: Subject): RegExp {
  return new RegExp(`^["']?(?:${identifyingKeys.join('|')})["']?[ \\t]*:`);
}

/** Matches, below a delimiter, blank lines and other keys, then such a key. */
function keyBelow({ identifyingKeys }: Subject): RegExp {
  return new RegExp(
    `^\\s*(?:[^\\s:#][^:\\n]*:[^\\n]*\\n[ \\t>]*){0,4}?["']?(?:${identifyingKeys.join('|')})["']?[ \\t]*[:=]`,
  );
}

/** A front matter that the tool closes before its author does. */
export interface EarlyClose {
  /** The keys below, which the tool does not read. */
  readonly lost: readonly string[];
  /** The key in whose value the dashes are. */
  readonly within: string | undefined;
}

/** Returns `undefined` where the first three dashes are those by which the author closes the front matter. */
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

/** Reports an early close, once it is known whether the file loads in spite of it. */
export function reportEarlyClose(
  { lost, within }: EarlyClose,
  close: OffsetRange,
  loads: boolean,
  subject: Subject,
  issues: IssueCollector,
): void {
  const limits = lost.filter(key => subject.limits.includes(key));
  const outcomes = [
    ...(lost.length > 0 ? [`${quotedKeys(lost)} below ${lost.length > 1 ? 'are' : 'is'} lost`] : []),
    ...(loads ? [] : ['the file is not loaded']),
    ...(loads && limits.length > 0 ? [subject.withoutLimits(limits)] : []),
    ...(within !== undefined && lost.length === 0 ? [`\`${within}\` ends here`] : []),
  ];
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
    {
      problem: 'Front matter ends early at this line',
      consequence: `Claude Code ends the front matter at the first three dashes, even in quotes or in a comment${
        outcomes.length === 0 ? ', and reads the rest as the prompt' : `: ${outcomes.join(', and ')}`
      }`,
      advice: 'Write `—` or `--` instead; quotes do not help',
    },
    { ...(within !== undefined && { field: within }), data: { lost } },
  );
}

function lineRange(text: string, start: number): OffsetRange {
  return { start, end: text.slice(0, lineEnd(text, start)).trimEnd().length };
}
