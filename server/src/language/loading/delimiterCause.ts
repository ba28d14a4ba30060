import type { AgentDocument } from '../document/agentDocument.ts';
import type { OffsetRange } from '../document/offsets.ts';
import type { Cause } from './issue.ts';
import { findMeantFrontMatter, meantText } from './meantFrontMatter.ts';

/** Why a tool that takes no byte order mark finds no front matter behind one. */
export const byteOrderMarkCause: Cause = {
  code: 'frontMatter.late',
  range: { start: 0, end: 1 },
  problem: 'Byte order mark, an invisible character, before the first `---`',
  advice: 'Save the file as UTF-8 without BOM',
};

/**
 * Explains why a tool finds no front matter where it requires one: there is none, it starts too late or with another
 * delimiter than `---`, or it is not closed. `known` are the keys of such a file.
 */
export function delimiterCause(document: AgentDocument, known: readonly string[] = []): Cause {
  const { text } = document;
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
  const meant = findMeantFrontMatter(text, known);
  if (meant) {
    const { problem, advice } = meantText(meant, document.slice(meant.range));
    return cause(
      meant.cause === 'noDelimiter' ? 'frontMatter.missing' : 'frontMatter.late',
      meant.range,
      problem,
      advice,
    );
  }
  if (/^---+/.test(written))
    return cause(
      'frontMatter.late',
      { start: first.start, end: first.start + written.length },
      'The first line is not exactly `---`',
      'Write three dashes and nothing else',
    );
  return cause(
    'frontMatter.missing',
    { start: first.start, end: first.start + written.length },
    'Front matter is missing',
    'Start the file with lines of YAML between two lines of `---`',
  );
}

function firstLine(text: string, start: number): OffsetRange {
  const end = text.slice(start).search(/\r|\n/);
  return { start, end: end < 0 ? text.length : start + end };
}
