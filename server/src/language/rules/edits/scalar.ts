import type { AgentDocument } from '../../document/agentDocument.ts';
import type { OffsetRange } from '../../document/offsets.ts';
import type { Entry } from '../../document/yamlTree.ts';
import type { TextChange } from '../rule.ts';

/** `value` as a double-quoted YAML scalar on one line. */
export function doubleQuoted(value: string): string {
  const escaped = value.replace(/[\\"\u0000-\u001f\u007f\u0085\u2028\u2029\uFEFF]/g, character => {
    const short = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\t': '\\t', '\r': '\\r' }[character];
    return short ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  return `"${escaped}"`;
}

/** `value` as a literal block scalar to stand behind `key: `, its lines indented by two; without a final line break. */
export function blockScalar(value: string, lineBreak: string): string {
  const lines = value.replace(/\s+$/, '').split('\n');
  // A first line with text that begins with a blank would be taken for the indentation of all.
  const indicator = /^\s/.test(lines.find(line => line.trim() !== '') ?? '') ? '|2-' : '|-';
  return [indicator, ...lines.map(line => (line === '' ? '' : `  ${line}`))].join(lineBreak);
}

/** The file's own way of ending lines, as far as its front matter shows. */
export function lineBreakOf(document: AgentDocument): string {
  return document.text.slice(0, document.frontMatter.body.start).includes('\r\n') ? '\r\n' : '\n';
}

/**
 * The whole text of a top-level value: from behind the blanks after the colon to the end of its last line, comments
 * and lines that YAML could not place included. What a rewrite of the value replaces.
 */
export function writtenValue(document: AgentDocument, entry: Entry): OffsetRange {
  const colon = document.text.indexOf(':', entry.keyRange.end) + 1;
  let start = colon;
  while (start < entry.lines.end && (document.text[start] === ' ' || document.text[start] === '\t')) start++;
  let end = entry.lines.end;
  while (end > start && /\s/.test(document.text[end - 1]!)) end--;
  return { start, end };
}

/** The lines of a value as its author meant them: line ends unified, the common indentation of later lines removed. */
export function meantLines(written: string): string {
  const [first = '', ...rest] = written.split(/\r\n|\r|\n/);
  const indents = rest.filter(line => line.trim() !== '').map(line => /^[ \t]*/.exec(line)![0].length);
  const indent = Math.min(...indents, Number.MAX_SAFE_INTEGER);
  return [first, ...rest.map(line => line.slice(Math.min(indent, line.length)).trimEnd())]
    .join('\n')
    .trimEnd();
}

/** Replaces a top-level value by `yaml`, which stands behind `key:` and one blank. */
export function replaceValue(document: AgentDocument, entry: Entry, yaml: string): TextChange {
  const range = writtenValue(document, entry);
  const glued = document.text[range.start - 1] === ':';
  return { range, newText: glued ? ` ${yaml}` : yaml };
}
