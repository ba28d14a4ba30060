import { lineBreak } from '../document/lines.ts';
import { tools } from '../tools/index.ts';
import type { Rule } from './rule.ts';
import { codexInstructionsObserved } from './sources.ts';

/** 64 bytes, so that the limit is between two lines. */
const line = `${'Write. '.repeat(9)}\n`;

/** A file of which a tool reads only the start. */
export const noTruncatedFile: Rule = {
  id: 'noTruncatedFile',
  title: 'Keep shared instructions within the limits of the tools',
  severity: 'information',
  why: 'An `AGENTS.md` is read by many tools, and not by each of them as a whole: Codex silently leaves out what is over its limit, from the middle of a line on. The limit counts bytes, and the files of folders below count, too.',
  sources: [codexInstructionsObserved],
  examples: {
    invalid: [
      {
        dialect: 'claude-memory',
        path: 'AGENTS.md',
        text: `${line.repeat(513)}${'^'.repeat(63)} information\n`,
      },
    ],
    valid: [{ dialect: 'claude-memory', path: 'AGENTS.md', text: line.repeat(512) }],
  },
  *check({ document, path }) {
    const { text } = document;
    const name = path.slice(path.lastIndexOf('/') + 1);
    for (const { title, alwaysLoaded } of tools) {
      const { instructions = [], otherwise, limit } = alwaysLoaded ?? {};
      if (limit?.unit !== 'bytes' || limit.of !== 'instructions') continue;
      if (otherwise !== name && !instructions.includes(name)) continue;
      const cut = endOfBytes(text, limit.size);
      if (cut === undefined) continue;
      const size = limit.size.toLocaleString('en-US');
      yield {
        range: { start: cut, end: Math.max(lineBreak(text, cut), cut + 1) },
        problem: `Longer than ${size} bytes`,
        consequence: `${title} ${limit.beyond}, unless its settings raise the limit`,
        advice: 'Shorten it, or move parts into skills',
      };
    }
  },
};

/** The offset behind the first `most` bytes of a text in UTF-8; `undefined` where it has no more. */
function endOfBytes(text: string, most: number): number | undefined {
  if (text.length * 3 <= most) return undefined;
  let bytes = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // A surrogate is half of four bytes.
    bytes += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 2 : 3;
    if (bytes > most) return at;
  }
  return undefined;
}
