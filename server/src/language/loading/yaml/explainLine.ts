import type { AgentDocument } from '../../document/agentDocument.ts';
import { type OffsetRange, trimRange } from '../../document/offsets.ts';
import type { YamlCause } from './explainError.ts';
import { linesOf } from './lines.ts';

/** What is wrong with one line. */
type LineCause = Pick<YamlCause, 'range' | 'message' | 'slip'>;

/** Says why a line is neither a key nor part of a value; `undefined` when it can be either. */
export function explainLine(document: AgentDocument, line: OffsetRange): LineCause | undefined {
  const text = document.slice(line).trimEnd();
  if (text.trim() === '' || /^\s*#/.test(text)) return undefined;
  const range = trimRange(document.text, line);
  const glued = /^(\s*[\w$.-]+):(?=[^\s:/])/.exec(text)?.[1]?.trim();
  if (glued !== undefined && !/^\s*https?:/.test(text))
    return {
      slip: 'space',
      range: { start: range.start, end: range.start + glued.length + 1 },
      message: `A blank is missing behind the colon of \`${glued}:\`.`,
    };
  const marked = /^\s*([*&@`%!]\S*?):/.exec(text)?.[1];
  if (marked !== undefined)
    return {
      slip: 'key',
      range: { start: range.start, end: range.start + marked.length },
      message: `A key cannot begin with \`${marked[0]}\`. Put the key in quotes: \`"${marked}"\`.`,
    };
  if (/^\w[\w-]*$/.test(text)) return { range, message: `A colon is missing behind \`${text}\`.` };
  if (/^[^\s:]+(?:\s[^:]*)?$/.test(text) && !text.startsWith('-'))
    return {
      range,
      message:
        'This line is neither a key with a colon nor part of the value above. Indent it by two blanks if it goes on with that value.',
    };
  if (/^[ \t]+[^\s:]+:(?:\s|$)/.test(text))
    return {
      slip: 'indent',
      range,
      message:
        'This line is indented otherwise than its neighbours. Keys of one map begin in the same column; text with a colon and a blank in it belongs in quotes or in a block (`|`).',
    };
  return undefined;
}

/** What a line at the margin may be without being a key, and the keys themselves. */
const belongs = /^(?:[ \t#\]})-]|\.\.\.$|\uFEFF?$|["']?[\w.-]+["']?[ \t]*:(?:[ \t]|$))/;

/** The first of some lines that begins at the margin and is no key: its indentation is forgotten, or its colon. */
export function strayLine(document: AgentDocument, lines: OffsetRange): LineCause | undefined {
  for (const line of linesOf(document, lines)) {
    if (belongs.test(document.slice(line).trimEnd())) continue;
    return (
      explainLine(document, line) ?? {
        range: trimRange(document.text, line),
        message:
          'This line begins at the margin and is no key. Indent it by two blanks, below a key that ends in `|`.',
      }
    );
  }
  return undefined;
}
