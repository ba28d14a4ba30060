import type { AgentDocument } from '../../document/agentDocument.ts';
import type { Entry } from '../../document/yamlTree.ts';
import type { Fix, RuleContext } from '../rule.ts';
import { blockScalar, doubleQuoted, lineBreakOf, meantLines, replaceValue, writtenValue } from './scalar.ts';
import { valueExtentAt } from './valueExtent.ts';

/**
 * Returns the two ways to write a top-level value that every tool reads the same: quoted on one line, or as a block
 * scalar. The block scalar comes first for a value of several lines. The result is empty for a missing key, for a key
 * that cannot be a string, and for a list or mapping that quotes would destroy. `at` is where the problem is, if it can
 * be in lines of the value that the parser takes for keys.
 */
export function quotings(
  { document, dialect, load }: RuleContext,
  key: string | undefined,
  at?: number,
): Fix[] {
  const own = key === undefined ? undefined : document.entry(key);
  const extent = valueExtentAt(document, dialect, at ?? own?.keyRange.start ?? -1);
  const { entry, isCertain } = extent && (extent.isLonger || !own) ? extent : { entry: own, isCertain: true };
  const types = entry && dialect.fields().field([entry.key])?.types;
  if (!entry || (types?.length && !types.includes('string'))) return [];
  // What starts on the line below may be a mapping or a list, where the key can have one.
  const isText = types?.length && !types.includes('map') && !types.includes('list');
  if (!isText && /^[\r\n]/.test(document.slice(writtenValue(document, entry)))) return [];
  // A list in brackets that the tool turns into a string was meant as it is written.
  const written = document.slice(writtenValue(document, entry));
  const isTurned =
    extent?.isLonger !== true &&
    typeof entry.value === 'object' &&
    entry.value !== null &&
    /^[[{]/.test(written);
  const value = isTurned
    ? written
    : meantValue(document, entry, extent?.isLonger ? undefined : load.fields[entry.key]);
  if (value === undefined || value === '') return [];
  const quoted: Fix = {
    title: `Quote the value of \`${entry.key}\``,
    changes: [replaceValue(document, entry, doubleQuoted(value))],
    safe: isCertain && !isTurned,
  };
  if (!value.includes('\n')) return [quoted];
  const style = written.startsWith('>') ? '>' : '|';
  const block: Fix = {
    title: `Write \`${entry.key}\` as a block scalar`,
    changes: [replaceValue(document, entry, blockScalar(value, lineBreakOf(document), style))],
    safe: isCertain && !isTurned,
  };
  const wasOneLine = !/[\r\n]/.test(written);
  return wasOneLine ? [quoted, block] : [block, quoted];
}

/** Returns the string that the author means: the one that the tool reads, or else the written text without quotes. */
function meantValue(document: AgentDocument, entry: Entry, loaded: unknown): string | undefined {
  if (typeof loaded === 'string') return loaded;
  const written = meantLines(document.slice(writtenValue(document, entry)));
  const header = blockHeader.exec(written);
  if (header) return blockLines(document.slice(writtenValue(document, entry)));
  return /^\s*-(?:\s|$)/.test(written) ? undefined : unquoted(written);
}

const blockHeader = /^([|>])[+-]?\d?[+-]?[ \t]*(?:#[^\n]*)?(?:\n|$)/;

/** Returns the text of a block scalar, some lines of which may be indented less than the first. */
function blockLines(written: string): string {
  const [, ...lines] = written.split(/\r\n|\r|\n/);
  const indentOf = (line: string): number => /^[ \t]*/.exec(line)![0].length;
  const indent = indentOf(lines.find(line => line.trim() !== '') ?? '');
  return lines.map(line => line.slice(Math.min(indent, indentOf(line))).trimEnd()).join('\n');
}

/** Removes the quotes around a whole value, and reads `\n` in double quotes as a line break. */
function unquoted(written: string): string {
  const quote = written[0];
  if (quote !== '"' && quote !== "'") return written;
  // `"A" and "B"` is text that starts with a quoted word; in `"the "A" of it"` the first quotes are around all.
  const first = (quote === '"' ? /^"(?:[^"\\]|\\[\s\S])*"/ : /^'(?:[^']|'')*'/).exec(written)?.[0];
  const isWordAlone = first !== undefined && /^[^\p{L}\p{N}]/u.test(written.slice(first.length));
  if (isWordAlone) return written;
  const inner = written.slice(1, written.length > 1 && written.endsWith(quote) ? -1 : undefined);
  if (quote === "'") return inner.replaceAll("''", "'");
  return inner.replace(/\\(["\\nt/])/g, (_, c: string) => ({ n: '\n', t: '\t' })[c] ?? c);
}
