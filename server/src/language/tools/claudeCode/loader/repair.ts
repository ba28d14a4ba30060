import { parseYamlTree } from '../../../document/yamlTree.ts';

/** What makes a value suspect to the repair: a character with a meaning in YAML, or a colon and a blank. */
const suspect = /[{}[\]*&#!|>%@`]|: /;
/** The lines that it looks at: top-level keys of letters, `_` and `-`, with their value on the same line. */
const keyAndValue = /^([a-zA-Z_-]+):(\s+)(.+)$/;

/** A line that the repair quoted: `key: "value"`. */
export interface QuotedLine {
  /** Counted from zero in the text that was mended. */
  readonly line: number;
  readonly key: string;
  /** Where the value begins in the line, before the repair. */
  readonly column: number;
  /** The value as it stood there, comment and all. */
  readonly value: string;
}

/** A front matter after the repair. */
export interface Repaired {
  readonly text: string;
  readonly quoted: readonly QuotedLine[];
  /** The lines whose leading tabs became blanks. */
  readonly untabbed: readonly number[];
}

/**
 * What Claude Code does to front matter that is not valid YAML before it tries once more: each leading tab becomes two
 * blanks, and every suspect value that stands on the line of its top-level key is put in double quotes, whatever is
 * behind it: trailing comments too, and the `|` or `>` of a block scalar. Lines that end in CRLF are never mended,
 * since the pattern does not reach over a carriage return. A line stays a line.
 *
 * Returns `undefined` when nothing in the text is changed by it.
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
    const [, key, blank, value] = match as unknown as [string, string, string, string];
    if (isQuoted(value) || !suspect.test(value) || isFlowList(value)) return current;
    quoted.push({ line, key, column: key.length + 1 + blank.length, value });
    return `${key}: "${value.replace(/\\/g, '\\\\').replace(/"/g, '\\"')}"`;
  });
  return quoted.length + untabbed.length > 0 ? { text: lines.join('\n'), quoted, untabbed } : undefined;
}

/** Begins and ends with the same quote; whether it is well-formed in between is not looked at. */
function isQuoted(value: string): boolean {
  return (value.startsWith('"') && value.endsWith('"')) || (value.startsWith("'") && value.endsWith("'"));
}

/** A list in brackets is left as it is, when it can be read as one. A map in braces is not spared. */
function isFlowList(value: string): boolean {
  if (!value.startsWith('[') || !value.endsWith(']')) return false;
  const tree = parseYamlTree(value, { start: 0, end: value.length });
  return tree.errors.length === 0 && !tree.isMap;
}
