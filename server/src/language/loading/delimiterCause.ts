import type { AgentDocument } from '../document/agentDocument.ts';
import type { OffsetRange } from '../document/offsets.ts';
import type { Cause } from './issue.ts';

/**
 * Explains why a tool finds no front matter where it requires one: there is none, it starts too late or with another
 * delimiter than `---`, or it is not closed.
 */
export function delimiterCause({ text }: AgentDocument): Cause {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const first = firstLine(text, start);
  const written = text.slice(first.start, first.end).trimEnd();
  const cause = (code: Cause['code'], range: OffsetRange, problem: string, advice: string): Cause => ({
    code,
    range,
    problem,
    advice,
  });
  if (/^---+\s*$/.test(written) && written.trim() === '---')
    return cause(
      'frontMatter.unclosed',
      { start: first.start, end: first.start + 3 },
      'Front matter is not closed',
      'Close it with a line of exactly `---`, not indented',
    );
  if (/^---+/.test(written))
    return cause(
      'frontMatter.late',
      { start: first.start, end: first.start + written.length },
      'The first line is not exactly `---`',
      'Write three dashes and nothing else',
    );
  const late = laterDelimiter(text, start);
  if (late && /^[ \t]+$/.test(text.slice(start, late.start)))
    return cause(
      'frontMatter.late',
      late,
      'The first line is not exactly `---`',
      'Remove the spaces before it',
    );
  if (late)
    return cause(
      'frontMatter.late',
      late,
      'Front matter does not start on the first line',
      'Move what precedes its `---`',
    );
  return cause(
    'frontMatter.missing',
    { start: first.start, end: first.start + written.length },
    'Front matter is missing',
    'Start the file with lines of YAML between two lines of `---`',
  );
}

/** A delimiter further down that something like YAML follows. */
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
