import { lineAfter, lineStart } from './lines.ts';
import type { OffsetRange } from './offsets.ts';

/**
 * Where the front matter of a file lies, as its author sees it: between two lines of three dashes.
 *
 * ```text
 * ---            open
 * name: x        content: from here …
 * ---            … to here, and close
 * You are …      body
 * ```
 *
 * What a given tool takes for the front matter can differ from this; that is its loader's business.
 */
export interface FrontMatter {
  /** `closed`: both fences are there. `unclosed`: only the opening one. `absent`: neither. */
  readonly state: 'closed' | 'unclosed' | 'absent';
  /** Everything before the opening fence: a byte order mark, blank lines. Usually empty. */
  readonly leading: OffsetRange;
  /** The opening fence without its line break; empty when absent. */
  readonly open: OffsetRange;
  /** From after the opening fence's line break to the start of the closing fence's line. */
  readonly content: OffsetRange;
  /** The closing fence without its line break; `undefined` unless closed. */
  readonly close: OffsetRange | undefined;
  /** The text after the closing fence's line break. The whole file when there is no front matter. */
  readonly body: OffsetRange;
}

const opening = /^(?:\uFEFF)?(?:[ \t]*\r?\n)*(---[ \t]*)(?:\r?\n|\r|$)/;
const closing = /^---[ \t]*$/gm;
/** A line that can stand in a front matter: a key, a list item, something indented, a comment. */
const looksLikeYaml = /^(?:[ \t]+\S|- |#|[^\s:#][^:\r\n]*:(?:[ \t]|\r?$))/;

/**
 * Splits a file at its fences. Never throws; any text has an answer.
 *
 * An unclosed front matter is taken to end before the first blank line that is not followed by something
 * that looks like YAML, so that a half-typed file still has a body.
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
