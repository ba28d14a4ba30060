import type { AgentDocument } from '../../../document/agentDocument.ts';
import type { OffsetRange } from '../../../document/offsets.ts';
import { isMap, isScalar, isSeq, type Node, spanOf } from '../../../document/yamlNodes.ts';
import type { TomlCause } from '../../../loading/tomlCause.ts';

/**
 * What is valid TOML 1.1 and not version 0.5, which Gemini CLI reads: escapes for codes, lists of several types, line
 * breaks in inline tables, quotation marks at the end of a multiline string, and a byte order mark.
 */
export function newerToml({ text, yaml }: AgentDocument): TomlCause | undefined {
  if (text.startsWith('\uFEFF'))
    return cause({ start: 0, end: 1 }, 'Byte order mark at the start', 'Save the file without it');
  return yaml.root && newerIn(yaml.root, text);
}

function newerIn(node: Node | null | undefined, text: string): TomlCause | undefined {
  const range = spanOf(node ?? undefined);
  if (isScalar(node)) return range && newerString(node.source ?? '', range);
  if (isSeq(node)) {
    const items = node.items as Node[];
    if (node.flow && range && new Set(items.map(typeOf)).size > 1)
      return cause(range, 'List with values of several types', 'Use values of one type');
    return first(items, text);
  }
  if (!isMap(node)) return undefined;
  const values = node.items.map(({ value }) => value as Node | null);
  if (node.flow && range && hasBreak(range, values, text))
    return cause(range, 'Line break in an inline table', 'Write it on one line');
  return first(values, text);
}

function first(nodes: readonly (Node | null)[], text: string): TomlCause | undefined {
  for (const node of nodes) {
    const found = newerIn(node, text);
    if (found) return found;
  }
  return undefined;
}

function newerString(source: string, range: OffsetRange): TomlCause | undefined {
  if (!source.startsWith('"') && !source.startsWith("'")) return undefined;
  const quotes = /^(?:"{4,}|'{4,})$/.test(source) ? '' : source;
  if (/(?:"{4,}|'{4,})$/.test(quotes))
    return cause(range, 'Multiline string ends in a quotation mark', 'Put something between the two');
  const written = source.startsWith('"') ? /(?<!\\)(?:\\\\)*(\\[ex])/.exec(source)?.[1] : undefined;
  return written === undefined
    ? undefined
    : cause(range, `Unknown escape \`${written}\``, 'Write it as `\\u` with four digits');
}

/** Whether there is a line break in an inline table outside of its values. */
function hasBreak(range: OffsetRange, values: readonly (Node | null)[], text: string): boolean {
  let at = range.start;
  for (const value of values) {
    const span = spanOf(value ?? undefined);
    if (!span) continue;
    if (text.slice(at, span.start).includes('\n')) return true;
    at = span.end;
  }
  return text.slice(at, range.end).includes('\n');
}

function typeOf(node: Node): string {
  if (isSeq(node)) return 'list';
  if (isMap(node)) return 'table';
  if (!isScalar(node)) return '';
  const written = node.source ?? '';
  if (/^["']/.test(written)) return 'string';
  if (/^(?:true|false)$/.test(written)) return 'boolean';
  if (/^\d{4}-|^\d\d:/.test(written)) return 'date';
  return /^[+-]?(?:0x|0o|0b|[\d_]+$)/.test(written) ? 'integer' : 'float';
}

function cause(range: OffsetRange, problem: string, advice: string): TomlCause {
  return { code: 'toml.invalid', range, problem, advice };
}
