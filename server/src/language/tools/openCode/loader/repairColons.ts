import type { OffsetRange } from '../../../document/offsets.ts';

/** Writes a top-level `key: value` whose value holds a colon so that YAML takes the value as text. */
export type Repairing = (key: string, value: string) => string;

/** OpenCode's way: a block of lines. Indented lines that follow become part of the text. */
export const asBlock: Repairing = (key, value) => `${key}: |-\n  ${value}`;

/** Kilo's way: double quotes. An indented line that follows makes the YAML invalid again. */
export const asQuoted: Repairing = (key, value) =>
  `${key}: "${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

/** A line that was rewritten. */
export interface RepairedLine {
  readonly key: string;
  /** The text that the value became: all behind the colon, comments included. */
  readonly value: string;
  /** Where the value stood in the original text. */
  readonly range: OffsetRange;
}

/** A text whose front matter was mended, and the lines that were written anew. */
export interface Repaired {
  readonly text: string;
  readonly lines: readonly RepairedLine[];
}

const frontMatter = /^---\r?\n([\s\S]*?)\r?\n---/;
const keyAndValue = /^([a-zA-Z_][a-zA-Z0-9_]*)\s*:\s*(.*)$/;

/**
 * What OpenCode and Kilo make of a front matter that YAML could not read, before they try once more: every top-level
 * value that holds a colon, and is not quoted, is written anew. A byte order mark, blanks behind the fence or a hyphen
 * in the key keep a line from it. Line ends within the front matter become `\n`.
 */
export function repairColons(text: string, repairing: Repairing): Repaired {
  const match = frontMatter.exec(text);
  const written = match?.[1];
  if (!match || written === undefined) return { text, lines: [] };
  const lines: RepairedLine[] = [];
  const result: string[] = [];
  let at = match[0].indexOf('\n') + 1;
  for (const line of written.split(/(?<=\n)/)) {
    const bare = line.replace(/\r?\n$/, '');
    const found = valueWithColon(bare);
    if (found) {
      const start = at + bare.lastIndexOf(found.value);
      lines.push({ ...found, range: { start, end: start + found.value.length } });
    }
    result.push(found ? repairing(found.key, found.value) : bare);
    at += line.length;
  }
  if (written.endsWith('\n')) result.push('');
  return { text: text.replace(written, () => result.join('\n')), lines };
}

function valueWithColon(line: string): { key: string; value: string } | undefined {
  if (/^\s/.test(line) || line.startsWith('#')) return undefined;
  const [, key, rest] = keyAndValue.exec(line) ?? [];
  const value = rest?.trim();
  if (!key || !value?.includes(':') || /^["']/.test(value)) return undefined;
  return { key, value };
}
