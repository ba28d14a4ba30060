import { lineStart } from '../../document/lines.ts';
import type { OffsetRange } from '../../document/offsets.ts';

/**
 * The first `{env:NAME}` in a prompt that Kilo would fill in: neither behind a `$` nor on a line that begins with `//`.
 */
export function environmentReference(text: string, { start, end }: OffsetRange): OffsetRange | undefined {
  const prompt = text.slice(start, end);
  for (const match of prompt.matchAll(/(?<!\$)\{env:[^}]{1,200}\}/g)) {
    const line = prompt.slice(lineStart(prompt, match.index), match.index);
    if (!line.trimStart().startsWith('//'))
      return { start: start + match.index, end: start + match.index + match[0].length };
  }
  return undefined;
}
