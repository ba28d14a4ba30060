import type { OffsetRange } from '../../../document/offsets.ts';

/** Rewrites a top-level `key: value` whose value contains a colon so that YAML reads the value as a string. */
export type Repairing = (key: string, value: string) => string;

/** OpenCode's repair: a block scalar. Indented lines that follow become part of the string. */
export const asBlock: Repairing = (key, value) => `${key}: |-\n  ${value}`;

/** Kilo's repair: double quotes. An indented line that follows makes the YAML invalid again. */
export const asQuoted: Repairing = (key, value) =>
  `${key}: "${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

/** A rewritten line. */
export interface RepairedLine {
  readonly key: string;
  /** The string that the value becomes: everything after the colon, comments included. */
  readonly value: string;
  /** The value in the original text. */
  readonly range: OffsetRange;
}

/** A text with repaired front matter, and its rewritten lines. */
export interface Repaired {
  readonly text: string;
  readonly lines: readonly RepairedLine[];
}

const frontMatter = /^---\r?\n([\s\S]*?)\r?\n---/;
const keyAndValue = /^([a-zA-Z_][a-zA-Z0-9_]*)\s*:\s*(.*)$/;

/**
 * Repairs invalid front matter as OpenCode and Kilo do before they read it again: every unquoted top-level value that
 * contains a colon is rewritten. A byte order mark, spaces after the delimiter or a hyphen in the key prevent it. Line
 * breaks within the front matter become `\n`.
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
