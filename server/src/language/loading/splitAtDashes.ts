import { lineBreak } from '../document/lines.ts';
import type { OffsetRange } from '../document/offsets.ts';

/** Where a tool sees the front matter and the prompt. */
export interface SplitAtDashes {
  /** What goes to the YAML parser. */
  readonly yaml: OffsetRange;
  /** The same with its last line break. */
  readonly content: OffsetRange;
  readonly body: OffsetRange;
  /** What stands on the closing fence's line behind the dashes, if anything does. It costs the whole prompt. */
  readonly afterDelimiter: OffsetRange | undefined;
}

/**
 * Splits a file as Gemini CLI and Qoder CLI do. The first line must be three dashes and nothing else. The front
 * matter ends at the first line that begins with three dashes, whatever follows them there; but only when nothing
 * follows is the rest of the file the prompt. `undefined` when there is no such front matter.
 */
export function splitAtDashes(text: string): SplitAtDashes | undefined {
  const match = /^---\r?\n([\s\S]*?)\r?\n---(?:\r?\n([\s\S]*))?/.exec(text);
  if (!match) return undefined;
  const start = text.indexOf('\n') + 1;
  const end = start + (match[1] ?? '').length;
  const close = text.indexOf('---', end);
  const bodyStart = match[2] === undefined ? text.length : text.length - match[2].length;
  const rest = { start: close + 3, end: lineBreak(text, close) };
  return {
    yaml: { start, end },
    content: { start, end: close },
    body: { start: bodyStart, end: text.length },
    afterDelimiter: match[2] === undefined && rest.end > rest.start ? rest : undefined,
  };
}
