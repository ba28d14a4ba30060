import type { AgentDocument } from './agentDocument.ts';
import type { Entry } from './yamlTree.ts';

/** How many characters around a place must be the same in the text and in the value. */
const compared = 12;

/**
 * The offset in the text of a place in the string value of a key, `at` in UTF-16 units. White space may be written in
 * another way than it is read (folded lines). `undefined` where the text is not written as it is read.
 */
export function offsetInValue(document: AgentDocument, entry: Entry, at: number): number | undefined {
  const { value } = entry;
  if (typeof value !== 'string') return undefined;
  const written = document.slice(entry.range);
  const start = /^(?:[|>][^\n]*\n|["'])?/.exec(written)![0].length;
  let left = value.slice(0, at).replace(/\s+/g, '').length;
  for (let offset = start; offset < written.length; offset++) {
    if (/\s/.test(written[offset]!)) continue;
    if (left > 0) {
      left--;
      continue;
    }
    const next = (text: string): string =>
      text
        .slice(0, compared * 4)
        .replace(/\s+/g, '')
        .slice(0, compared);
    const rest = next(value.slice(at));
    return next(written.slice(offset)).startsWith(rest.slice(0, compared))
      ? entry.range.start + offset
      : undefined;
  }
  return undefined;
}
