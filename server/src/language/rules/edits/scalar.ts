import type { AgentDocument } from '../../document/agentDocument.ts';
import type { OffsetRange } from '../../document/offsets.ts';
import type { Entry } from '../../document/yamlTree.ts';
import type { TextChange } from '../rule.ts';

/** Writes `value` as a double-quoted YAML scalar on one line. */
export function doubleQuoted(value: string): string {
  const escaped = value.replace(/[\\"\u0000-\u001f\u007f\u0085\u2028\u2029\uFEFF]/g, character => {
    const short = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\t': '\\t', '\r': '\\r' }[character];
    return short ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  return `"${escaped}"`;
}

/** Writes the string that a YAML scalar stands for, plain or in double quotes, as one of TOML. */
export function tomlOf(yaml: string): string {
  return yaml.startsWith('"') ? yaml : doubleQuoted(yaml);
}

/**
 * Writes `value` as a literal block scalar for `key: `, or a folded one, indented by two spaces and without a final line
 * break.
 */
export function blockScalar(value: string, lineBreak: string, style: '|' | '>' = '|'): string {
  const lines = value.replace(/\s+$/, '').split('\n');
  // Leading whitespace of the first line with text would set the indentation of all lines.
  const indicator = /^\s/.test(lines.find(line => line.trim() !== '') ?? '') ? `${style}2-` : `${style}-`;
  return [indicator, ...lines.map(line => (line === '' ? '' : `  ${line}`))].join(lineBreak);
}

/** Returns the line break that the front matter uses. */
export function lineBreakOf(document: AgentDocument): string {
  return document.text.slice(0, document.frontMatter.body.start).includes('\r\n') ? '\r\n' : '\n';
}

/**
 * Returns the range that a rewrite of a top-level value replaces: from its first character after the colon to the end
 * of its last line, including comments and lines that YAML could not parse.
 */
export function writtenValue(document: AgentDocument, entry: Entry): OffsetRange {
  if (document.format !== 'markdown') return entry.range;
  const colon = document.text.indexOf(':', entry.keyRange.end) + 1;
  let start = colon;
  while (start < entry.lines.end && (document.text[start] === ' ' || document.text[start] === '\t')) start++;
  let end = entry.lines.end;
  while (end > start && /\s/.test(document.text[end - 1]!)) end--;
  return { start, end };
}

/**
 * Returns the lines of a value with unified line ends and without the common indentation of the later lines. Lines from
 * the first one at the margin on stay as they are.
 */
export function meantLines(written: string): string {
  const [first = '', ...rest] = written.split(/\r\n|\r|\n/);
  const margin = rest.findIndex(line => /^\S/.test(line));
  const indented = margin < 0 ? rest : rest.slice(0, margin);
  const indents = indented.filter(line => line.trim() !== '').map(line => /^[ \t]*/.exec(line)![0].length);
  const indent = Math.min(...indents, Number.MAX_SAFE_INTEGER);
  return [
    first,
    ...indented.map(line => line.slice(Math.min(indent, line.length)).trimEnd()),
    ...rest.slice(indented.length).map(line => line.trimEnd()),
  ]
    .join('\n')
    .trimEnd();
}

/** Replaces a top-level value by `yaml`, after `key:` and one space; in a TOML file by the same string. */
export function replaceValue(document: AgentDocument, entry: Entry, yaml: string): TextChange {
  const range = writtenValue(document, entry);
  if (document.format === 'toml') return { range, newText: tomlOf(yaml) };
  const glued = document.text[range.start - 1] === ':';
  return { range, newText: glued ? ` ${yaml}` : yaml };
}
