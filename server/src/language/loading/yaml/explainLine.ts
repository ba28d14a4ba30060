import type { AgentDocument } from '../../document/agentDocument.ts';
import { type OffsetRange, trimRange } from '../../document/offsets.ts';
import { linesOf } from './lines.ts';
import type { YamlCause } from './yamlCause.ts';

/** What is wrong with one line. */
type LineCause = Pick<YamlCause, 'range' | 'problem' | 'advice' | 'slip'>;

/** Explains why a line is neither a key nor part of a value; `undefined` when it can be either. */
export function explainLine(document: AgentDocument, line: OffsetRange): LineCause | undefined {
  const text = document.slice(line).trimEnd();
  if (text.trim() === '' || /^\s*#/.test(text)) return undefined;
  const range = trimRange(document.text, line);
  const glued = /^(\s*[\w$.-]+):(?=[^\s:/])/.exec(text)?.[1]?.trim();
  if (glued !== undefined && !/^\s*https?:/.test(text))
    return {
      slip: 'space',
      range: { start: range.start, end: range.start + glued.length + 1 },
      problem: `No space after the colon of \`${glued}:\``,
      advice: 'Insert a space',
    };
  const marked = /^\s*([*&@`%!]\S*?):/.exec(text)?.[1];
  if (marked !== undefined)
    return {
      slip: 'key',
      range: { start: range.start, end: range.start + marked.length },
      problem: `Unquoted key starts with \`${marked[0]}\``,
      advice: `Put the key in quotes: \`"${marked}"\``,
    };
  if (/^\w[\w-]*$/.test(text)) return { range, problem: `No colon after \`${text}\``, advice: 'Add a colon' };
  if (/^[^\s:]+(?:\s[^:]*)?$/.test(text) && !text.startsWith('-'))
    return {
      range,
      problem: 'Line is neither a key with a colon nor part of the value above',
      advice: 'If it continues that value, write the value as a block scalar (`|`) with indented lines',
    };
  if (/^[ \t]+[^\s:]+:(?:\s|$)/.test(text))
    return {
      slip: 'indent',
      range,
      problem: 'Line is indented differently than its neighbors',
      advice:
        'Start all keys of a mapping in the same column; put text that contains `: ` in quotes or in a block scalar (`|`)',
    };
  return undefined;
}

/** Lines at the margin that are keys, or may stand there without being one. */
const belongs = /^(?:[ \t#\]})-]|\.\.\.$|\uFEFF?$|["']?[\w.-]+["']?[ \t]*:(?:[ \t]|$))/;

/** Explains the first line that starts at the margin and is not a key: its indentation is missing, or its colon. */
export function strayLine(document: AgentDocument, lines: OffsetRange): LineCause | undefined {
  for (const line of linesOf(document, lines)) {
    if (belongs.test(document.slice(line).trimEnd())) continue;
    return (
      explainLine(document, line) ?? {
        range: trimRange(document.text, line),
        problem: 'Line starts at the margin and is not a key',
        advice: 'Indent it by two spaces, below a key that ends in `|`',
      }
    );
  }
  return undefined;
}
