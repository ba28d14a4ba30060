import { parseYamlTree } from '../../../document/yamlTree.ts';

/** What makes the repair quote a value: a character with a meaning in YAML, or a colon and a space. */
const suspect = /[{}[\]*&#!|>%@`]|: /;
/** The lines it examines: top-level keys of letters, `_` and `-`, with their value on the same line. */
const keyAndValue = /^([a-zA-Z_-]+):(\s+)(.+)$/;

/** A line that the repair quoted: `key: "value"`. */
export interface QuotedLine {
  /** Counted from zero, in the repaired text as in the source. */
  readonly line: number;
  readonly key: string;
  /** Where the value starts in the line, before the repair. */
  readonly column: number;
  /** The value before the repair, a comment included. */
  readonly value: string;
}

/** A front matter after the repair. */
export interface Repaired {
  readonly text: string;
  readonly quoted: readonly QuotedLine[];
  /** The lines whose leading tabs became spaces. */
  readonly untabbed: readonly number[];
}

/**
 * Repairs front matter that is not valid YAML as Claude Code does before its second attempt: each leading tab becomes
 * two spaces, and every suspect value on the line of its top-level key is put in double quotes together with whatever
 * follows it: trailing comments, and the `|` or `>` of a block scalar. Lines that end in CRLF are never repaired,
 * since the pattern does not match a carriage return. Lines keep their numbers.
 *
 * Returns `undefined` when it changes nothing.
 */
export function repair(text: string): Repaired | undefined {
  const quoted: QuotedLine[] = [];
  const untabbed: number[] = [];
  const lines = text.split('\n').map((written, line) => {
    const tabs = /^\t+/.exec(written)?.[0].length ?? 0;
    if (tabs > 0) untabbed.push(line);
    const current = '  '.repeat(tabs) + written.slice(tabs);
    const match = keyAndValue.exec(current);
    if (!match) return current;
    const [, key, space, value] = match as unknown as [string, string, string, string];
    if (isQuoted(value) || !suspect.test(value) || isFlowList(value)) return current;
    quoted.push({ line, key, column: key.length + 1 + space.length, value });
    return `${key}: "${value.replace(/\\/g, '\\\\').replace(/"/g, '\\"')}"`;
  });
  return quoted.length + untabbed.length > 0 ? { text: lines.join('\n'), quoted, untabbed } : undefined;
}

/** True for a value that starts and ends with the same quote; what is in between is not checked. */
function isQuoted(value: string): boolean {
  return (value.startsWith('"') && value.endsWith('"')) || (value.startsWith("'") && value.endsWith("'"));
}

/** True for a list in brackets that can be read as one, which stays as it is. A mapping in braces does not. */
function isFlowList(value: string): boolean {
  if (!value.startsWith('[') || !value.endsWith(']')) return false;
  const tree = parseYamlTree(value, { start: 0, end: value.length });
  return tree.errors.length === 0 && !tree.isMap;
}
