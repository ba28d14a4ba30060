import type { OffsetRange } from '../../../document/offsets.ts';
import { type GrayMatterFault, readGrayMatter } from '../../../loading/grayMatter.ts';
import { type MendedLine, type Mending, mendColons } from './mendColons.ts';

/** What OpenCode and Kilo make of a Markdown file before any field is looked at. */
export type ConfigReading =
  | {
      readonly state: 'read';
      /** What the front matter holds; not always a map. */
      readonly data: unknown;
      /** Where the text below the front matter begins. */
      readonly contentStart: number;
      readonly matter: OffsetRange | undefined;
      /** The lines that were rewritten before the YAML could be read; empty for valid YAML. */
      readonly mended: readonly MendedLine[];
    }
  /** The whole file, fences included, is the prompt. */
  | {
      readonly state: 'lost';
      readonly contentStart: number;
      readonly matter: OffsetRange;
      readonly fault: GrayMatterFault;
    }
  /** The file is left out: rewriting its lines changed the text, and the YAML was invalid still. */
  | { readonly state: 'dropped'; readonly matter: OffsetRange; readonly fault: GrayMatterFault }
  /** The tool executes the front matter. Nothing is known of the result. */
  | { readonly state: 'executable'; readonly fence: OffsetRange; readonly contentStart: number }
  | { readonly state: 'tooLarge' };

/**
 * Reads a file as OpenCode 1.18.33 does: gray-matter, then once more with colons mended.
 *
 * Where mending changes nothing, the second try finds the text in gray-matter's cache, put there before the first try
 * threw: an empty map and the whole file as content. That is how front matter gets lost without a message.
 */
export function readConfigMarkdown(text: string, mending: Mending): ConfigReading {
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  const reading = readGrayMatter(text);
  switch (reading.state) {
    case 'tooLarge':
      return { state: 'tooLarge' };
    case 'executable':
      return {
        state: 'executable',
        fence: reading.fence,
        contentStart: afterFence(text, reading.matter.end),
      };
    case 'read': {
      const contentStart = text.length - reading.content.length;
      return { state: 'read', data: reading.data, contentStart, matter: reading.matter, mended: [] };
    }
  }
  const { fault, matter } = reading;
  const mended = mendColons(text, mending);
  if (mended.text === text) return { state: 'lost', contentStart: mark, matter, fault };
  const again = readGrayMatter(mended.text);
  if (again.state !== 'read') return { state: 'dropped', matter, fault };
  const contentStart = text.length - again.content.length;
  return { state: 'read', data: again.data, contentStart, matter, mended: mended.lines };
}

/** Behind the closing fence at `end` and its line break, where gray-matter's content begins. */
function afterFence(text: string, end: number): number {
  if (end >= text.length) return text.length;
  const fence = end + '\n---'.length;
  const lineBreak = /^\r?\n?/.exec(text.slice(fence, fence + 2));
  return fence + (lineBreak?.[0].length ?? 0);
}
