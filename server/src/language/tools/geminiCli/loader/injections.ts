import type { OffsetRange } from '../../../document/offsets.ts';

/** A part of a prompt that Gemini CLI replaces when the command is called: `!{git diff}`, `@{docs/style.md}`. */
export interface Injection {
  readonly kind: 'shell' | 'file';
  /** What is in the braces, trimmed; `undefined` where they are not closed. */
  readonly content: string | undefined;
  readonly range: OffsetRange;
}

/** The injections in a part of a text. One that is not closed is the last of its kind. */
export function injectionsIn(text: string, { start, end }: OffsetRange): Injection[] {
  const found = [
    ...injectionsOf('file', '@{', text, start, end),
    ...injectionsOf('shell', '!{', text, start, end),
  ];
  return found.sort((a, b) => a.range.start - b.range.start);
}

function* injectionsOf(
  kind: Injection['kind'],
  trigger: string,
  text: string,
  from: number,
  end: number,
): Generator<Injection> {
  for (let at = text.indexOf(trigger, from); at >= 0 && at < end; at = text.indexOf(trigger, at)) {
    const content = at + trigger.length;
    let depth = 1;
    let close = content;
    for (; close < end && depth > 0; close++) {
      if (text[close] === '{') depth++;
      else if (text[close] === '}') depth--;
    }
    if (depth > 0) {
      yield { kind, content: undefined, range: { start: at, end: content } };
      return;
    }
    yield { kind, content: text.slice(content, close - 1).trim(), range: { start: at, end: close } };
    at = close;
  }
}
