import type { AgentDocument } from '../document/agentDocument.ts';
import type { OffsetRange } from '../document/offsets.ts';
import type { Issue } from './issue.ts';

/**
 * Says why a tool finds no front matter in a file that it wants one in: there is none, it begins too late or with
 * another fence than `---`, or it is not closed. `outcome` is a whole sentence on what the tool does then.
 */
export function delimiterIssue(document: AgentDocument, outcome: string): Issue {
  const { text } = document;
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const first = firstLine(text, start);
  const written = text.slice(first.start, first.end).trimEnd();
  const issue = (code: Issue['code'], range: OffsetRange, cause: string): Issue => ({
    code,
    effect: 'rejected',
    range,
    problem: `${cause} ${outcome}`,
  });
  if (/^---+\s*$/.test(written) && written.trim() === '---')
    return issue(
      'frontMatter.unclosed',
      { start: first.start, end: first.start + 3 },
      'The line of three dashes that closes the front matter is missing: it must stand alone, at the beginning of a line.',
    );
  if (/^---+/.test(written))
    return issue(
      'frontMatter.late',
      { start: first.start, end: first.start + written.length },
      'The first line must be `---`, three dashes and nothing else.',
    );
  const late = laterDelimiter(text, start);
  if (late)
    return issue(
      'frontMatter.late',
      late,
      'The front matter must begin on the very first line; something stands before its `---`.',
    );
  return issue(
    'frontMatter.missing',
    { start: first.start, end: first.start + written.length },
    'The file has no front matter: lines of YAML between two lines of three dashes, at its very beginning.',
  );
}

/** A fence further down with something like YAML between it and the next. */
function laterDelimiter(text: string, start: number): OffsetRange | undefined {
  const head = text.slice(start, start + 4000);
  const match =
    /^[ \t]*(---)[ \t]*\r?\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*[ \t]*[A-Za-z_"'][\w"' -]*:[ \t\r\n]/m.exec(head);
  if (!match) return undefined;
  const at = start + match.index + match[0].indexOf('---');
  return { start: at, end: at + 3 };
}

function firstLine(text: string, start: number): OffsetRange {
  const end = text.slice(start).search(/\r|\n/);
  return { start, end: end < 0 ? text.length : start + end };
}
