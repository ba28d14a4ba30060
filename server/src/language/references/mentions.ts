import type { OffsetRange } from '../document/offsets.ts';

/** No file has more mentions that are looked at. */
const mostMentions = 5_000;

/**
 * The places in a text where a name stands as a word of its own: it may be meant, or a common word. A name of a plugin's
 * agent is found with and without the plugin. Linear time.
 */
export function mentionsOf(name: string, text: string, { start, end }: OffsetRange): OffsetRange[] {
  const found: OffsetRange[] = [];
  if (name === '') return found;
  for (let at = text.indexOf(name, start); at >= 0 && at < end; at = text.indexOf(name, at + name.length)) {
    const close = at + name.length;
    if (isPart(text, at, close)) continue;
    found.push({ start: at, end: close });
    if (found.length >= mostMentions) break;
  }
  return found;
}

/** Whether a name is certainly meant as one when a text has it: it has a separator, or a mark before or around it. */
export function isLikely(text: string, { start, end }: OffsetRange): boolean {
  const name = text.slice(start, end);
  if (/[-_:]/.test(name)) return true;
  const [before = '', after = ''] = [text[start - 1], text[end]];
  return (
    before === '@' ||
    (before === '`' && after === '`') ||
    (before === '/' && !/[\w/.]/.test(text[start - 2] ?? ' '))
  );
}

/** Whether the characters around a name belong to a longer word, a path or an address. */
function isPart(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.slice(end, end + 2);
  if (/[\p{L}\p{N}_$.~-]$/u.test(before) || /^[\p{L}\p{N}_$]/u.test(after)) return true;
  // `x-y`, `x/y`, `x.md`, `x:y`, but not a sign at the end of a sentence.
  if (/^[-./:@][\p{L}\p{N}_]/u.test(after)) return true;
  // `a/x` is a path, `/x` a command; `a:x` is another name.
  return /[^\s(["'`*>]\/$/.test(before) || /[\p{L}\p{N}_]:$/u.test(before);
}
