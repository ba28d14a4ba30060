import { type OffsetRange, trimRange } from '../../../document/offsets.ts';
import { type GrayMatterError, readGrayMatter } from '../../../loading/grayMatter.ts';
import { type RepairedLine, type Repairing, repairColons } from './repairColons.ts';

/** How OpenCode and Kilo read a Markdown file, before any field is checked. */
export type ConfigReading =
  | {
      readonly state: 'read';
      /** The value of the front matter; not always a mapping. */
      readonly data: unknown;
      /** The start of the text below the front matter. */
      readonly contentStart: number;
      readonly matter: OffsetRange | undefined;
      /** The lines that the repair rewrites; empty for valid YAML. */
      readonly repaired: readonly RepairedLine[];
    }
  /** The whole file, front matter included, is the prompt. */
  | {
      readonly state: 'lost';
      readonly contentStart: number;
      readonly matter: OffsetRange;
      readonly error: GrayMatterError;
    }
  /** The file is skipped: the repair changed its text, and the YAML is still invalid. */
  | { readonly state: 'dropped'; readonly matter: OffsetRange; readonly error: GrayMatterError }
  /** The tool executes the front matter; the result is unknown. */
  | { readonly state: 'executable'; readonly delimiter: OffsetRange; readonly contentStart: number }
  | { readonly state: 'tooLarge' };

/**
 * Reads a file as OpenCode 1.18.33 does: gray-matter, then once more with colons repaired.
 *
 * Where the repair changes nothing, the second try returns gray-matter's cache entry, stored before the first try threw:
 * an empty mapping and the whole file as content. Front matter is silently lost this way.
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

/** The start of gray-matter's content: after the closing delimiter at `end` and its line break. */
function afterDelimiter(text: string, end: number): number {
  if (end >= text.length) return text.length;
  const delimiter = end + '\n---'.length;
  const lineBreak = /^\r?\n?/.exec(text.slice(delimiter, delimiter + 2));
  return delimiter + (lineBreak?.[0].length ?? 0);
}

/** The range of the prompt: the text from `start` on, trimmed. */
export function promptRange(text: string, start: number): OffsetRange {
  return trimRange(text, { start: Math.min(start, text.length), end: text.length });
}
