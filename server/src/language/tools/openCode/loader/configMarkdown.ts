import type { OffsetRange } from '../../../document/offsets.ts';
import { type GrayMatterError, readGrayMatter } from '../../../loading/grayMatter.ts';
import { type RepairedLine, type Repairing, repairColons } from './repairColons.ts';

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
      readonly repaired: readonly RepairedLine[];
    }
  /** The whole file, fences included, is the prompt. */
  | {
      readonly state: 'lost';
      readonly contentStart: number;
      readonly matter: OffsetRange;
      readonly error: GrayMatterError;
    }
  /** The file is left out: rewriting its lines changed the text, and the YAML was invalid still. */
  | { readonly state: 'dropped'; readonly matter: OffsetRange; readonly error: GrayMatterError }
  /** The tool executes the front matter. Nothing is known of the result. */
  | { readonly state: 'executable'; readonly delimiter: OffsetRange; readonly contentStart: number }
  | { readonly state: 'tooLarge' };

/**
 * Reads a file as OpenCode 1.18.33 does: gray-matter, then once more with colons mended.
 *
 * Where mending changes nothing, the second try finds the text in gray-matter's cache, put there before the first try
 * threw: an empty map and the whole file as content. That is how front matter gets lost without a message.
 */
export function readConfigMarkdown(text: string, repairing: Repairing): ConfigReading {
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  const reading = readGrayMatter(text);
  switch (reading.state) {
    case 'tooLarge':
      return { state: 'tooLarge' };
    case 'executable':
      return {
        state: 'executable',
        delimiter: reading.delimiter,
        contentStart: afterDelimiter(text, reading.matter.end),
      };
    case 'read': {
      const contentStart = text.length - reading.content.length;
      return { state: 'read', data: reading.data, contentStart, matter: reading.matter, repaired: [] };
    }
  }
  const { error, matter } = reading;
  const repaired = repairColons(text, repairing);
  if (repaired.text === text) return { state: 'lost', contentStart: mark, matter, error };
  const again = readGrayMatter(repaired.text);
  if (again.state !== 'read') return { state: 'dropped', matter, error };
  const contentStart = text.length - again.content.length;
  return { state: 'read', data: again.data, contentStart, matter, repaired: repaired.lines };
}

/** Behind the closing fence at `end` and its line break, where gray-matter's content begins. */
function afterDelimiter(text: string, end: number): number {
  if (end >= text.length) return text.length;
  const delimiter = end + '\n---'.length;
  const lineBreak = /^\r?\n?/.exec(text.slice(delimiter, delimiter + 2));
  return delimiter + (lineBreak?.[0].length ?? 0);
}
