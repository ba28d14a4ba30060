import { lineAfter, lineStart } from './lines.ts';
import type { OffsetRange } from './offsets.ts';

/**
 * The front matter of a file as its author sees it: between two lines of three dashes.
 *
 * ```text
 * ---            open
 * name: x        content: from here …
 * ---            … to here, and close
 * You are …      body
 * ```
 *
 * A tool may read other front matter; its loader handles that.
 */
export interface FrontMatter {
  /** `closed`: has both delimiters. `unclosed`: only the opening one. `absent`: neither. */
  readonly state: 'closed' | 'unclosed' | 'absent';
  /** Everything before the opening delimiter: a byte order mark, blank lines. Usually empty. */
  readonly leading: OffsetRange;
  /** The opening delimiter without its line break; empty when absent. */
  readonly open: OffsetRange;
  /** From after the opening delimiter's line break to the start of the closing delimiter's line. */
  readonly content: OffsetRange;
  /** The closing delimiter without its line break; `undefined` unless closed. */
  readonly close: OffsetRange | undefined;
  /** The text after the closing delimiter's line break; the whole file without front matter. */
  readonly body: OffsetRange;
}

const opening = /^(?:\uFEFF)?(?:[ \t]*\r?\n)*(---[ \t]*)(?:\r?\n|\r|$)/;
const closing = /^---[ \t]*$/gm;
/** A line that front matter may contain: a key, a list item, indented text or a comment. */
const looksLikeYaml = /^(?:[ \t]+\S|- |#|[^\s:#][^:\r\n]*:(?:[ \t]|\r?$))/;

/**
 * Splits a file at its front matter delimiters. Never throws.
 *
 * Unclosed front matter ends before the first blank line that is not followed by something like YAML, so that an
 * incomplete file still has a body.
 */
export function splitFrontMatter(text: string): FrontMatter {
  const head = opening.exec(text);
  if (!head) {
    const start = text.startsWith('\uFEFF') ? 1 : 0;
    const at = { start, end: start };
    return {
      state: 'absent',
      leading: { start: 0, end: start },
      open: at,
      content: at,
      close: undefined,
      body: { start, end: text.length },
    };
  }
  const delimiter = head[1]!;
  const openStart = head[0].lastIndexOf(delimiter);
  const leading = { start: 0, end: openStart };
  const open = { start: openStart, end: openStart + delimiter.length };
  const contentStart = head[0].length;
  closing.lastIndex = contentStart;
  const tail = closing.exec(text);
  if (tail) {
    const close = { start: tail.index, end: tail.index + tail[0].replace(/\r$/, '').length };
    const breakLength = text.startsWith('\r\n', close.end) ? 2 : close.end < text.length ? 1 : 0;
    return {
      state: 'closed',
      leading,
      open,
      content: { start: contentStart, end: tail.index },
      close,
      body: { start: close.end + breakLength, end: text.length },
    };
  }
  const end = endOfUnclosed(text, contentStart);
  return {
    state: 'unclosed',
    leading,
    open,
    content: { start: contentStart, end },
    close: undefined,
    body: { start: end, end: text.length },
  };
}

/**
 * The same for a file that is only keys and values, such as JSON: all of it is the content. What stands for the opening
 * delimiter is its first character.
 */
export function wholeText(text: string): FrontMatter {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const end = text.length;
  const first = /\S/.exec(text.slice(start, start + 10_000))?.index ?? 0;
  const open = { start: Math.min(start + first, end), end: Math.min(start + first + 1, end) };
  return {
    state: 'closed',
    leading: { start: 0, end: start },
    open,
    content: { start, end },
    close: { start: end, end },
    body: { start: end, end },
  };
}

function endOfUnclosed(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const next = lineAfter(text, at);
    if (text.slice(at, next).trim() === '') {
      const following = text.slice(next).trimStart();
      const start = text.length - following.length;
      const line = text.slice(lineStart(text, start), lineAfter(text, start));
      if (following === '' || !looksLikeYaml.test(line)) return at;
    }
    at = next;
  }
  return text.length;
}
