import { lineBreak } from '../document/lines.ts';
import type { OffsetRange } from '../document/offsets.ts';

/** Where a tool finds the front matter and the prompt. */
export interface SplitAtDashes {
  /** The text that is passed to the YAML parser. */
  readonly yaml: OffsetRange;
  /** The same with its last line break. */
  readonly content: OffsetRange;
  readonly body: OffsetRange;
  /** Any text after the dashes on the closing delimiter's line. It makes the tool lose the whole prompt. */
  readonly afterDelimiter: OffsetRange | undefined;
}

/**
 * Splits a file as Gemini CLI and Qoder CLI do. The first line must be exactly three dashes. The front matter ends at
 * the first line that starts with three dashes, whatever follows them; the rest of the file is the prompt only when
 * nothing follows. `undefined` when there is no such front matter.
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
