import type { AgentDocument } from '../../../document/agentDocument.ts';
import { lineEnd, lineStart } from '../../../document/lines.ts';
import type { OffsetRange } from '../../../document/offsets.ts';
import { findMeantFrontMatter, meantText } from '../../../loading/meantFrontMatter.ts';
import type { NoFrontMatter, ToolFrontMatter } from './delimiters.ts';
import type { IssueCollector } from './issueCollector.ts';
import { quotedKeys, type Subject } from './subject.ts';

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
  const meant = findMeantFrontMatter(text, subject.keys);
  if (meant) {
    const { effect, consequence } = subject.unread(
      subject.limits.some(key => meant.keys.has(key.toLowerCase())),
    );
    const delimiter = document.slice(meant.range);
    issues.add(
      meant.cause === 'noDelimiter' ? 'frontMatter.missing' : 'frontMatter.late',
      effect,
      meant.range,
      {
        consequence,
        ...meantText(meant, delimiter),
      },
    );
    return true;
  }
  if (!/^\uFEFF?---\r(?!\n)/.test(text)) return false;
  issues.add('frontMatter.late', effect, issues.delimiter, {
    problem: 'Lines end in a lone carriage return',
    consequence,
    advice: 'Save the file with LF or CRLF line ends',
  });
  return true;
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
