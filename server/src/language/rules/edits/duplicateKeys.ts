import type { AgentDocument } from '../../document/agentDocument.ts';
import type { OffsetRange } from '../../document/offsets.ts';
import type { Entry } from '../../document/yamlTree.ts';
import type { Issue } from '../../loading/issue.ts';
import type { Fix } from '../rule.ts';
import { removeEntries } from './entries.ts';
import { frontMatterLines, type ProblemLine } from './problemLine.ts';

/** With more keys, one of many is not offered to be kept alone: each such fix removes all the others. */
const mostEntries = 500;

/** Returns the ways to keep one of several equal keys, at the top level or in a mapping below. */
export function duplicateKeyFixes(issue: Issue, document: AgentDocument): Fix[] {
  const { entries } = document.yaml;
  const entry = entryAt(entries, issue.range.start);
  if (!entry) return nestedFixes(issue, document);
  const isOther = (other: Entry): boolean => other.key === entry.key && other !== entry;
  if (!entries.some(isOther)) return [];
  const changes = removeEntries(document, [entry]);
  if (!changes) return [];
  if (issue.data && 'winner' in issue.data && issue.data.winner !== undefined)
    return [{ title: `Remove this \`${entry.key}\`, which has no effect`, changes, safe: true }];
  // The tool reads neither, so only the author knows which one to keep.
  const remove = { title: `Remove this \`${entry.key}\``, changes, safe: false };
  const others = entries.length > mostEntries ? undefined : removeEntries(document, entries.filter(isOther));
  return others
    ? [remove, { title: `Keep only this \`${entry.key}\``, changes: others, safe: false }]
    : [remove];
}

/** The entry with its key at an offset, found by halving: a file can have very many of them. */
function entryAt(entries: readonly Entry[], offset: number): Entry | undefined {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (entries[middle]!.keyRange.end < offset) low = middle + 1;
    else high = middle;
  }
  const entry = entries[low];
  return entry && entry.keyRange.start <= offset ? entry : undefined;
}

/** The same for lines of a mapping that is nested in block style. */
function nestedFixes({ range }: Issue, document: AgentDocument): Fix[] {
  const lines = [...frontMatterLines(document)];
  const at = lines.findIndex(line => line.range.start <= range.start && range.start <= line.range.end);
  const own = keyOf(lines[at]);
  if (!own) return [];
  const same = lines.flatMap((line, index) => {
    const key = keyOf(line);
    return index !== at &&
      key?.key === own.key &&
      key.indent === own.indent &&
      isBeside(lines, at, index, own.indent)
      ? [blockAt(document, lines, index, own.indent)]
      : [];
  });
  if (same.length === 0) return [];
  const removing = (block: OffsetRange) => ({ range: block, newText: '' });
  return [
    {
      title: `Remove this \`${own.key}\``,
      changes: [removing(blockAt(document, lines, at, own.indent))],
      safe: false,
    },
    { title: `Keep only this \`${own.key}\``, changes: same.map(removing), safe: false },
  ];
}

function keyOf(line: ProblemLine | undefined): { readonly key: string; readonly indent: number } | undefined {
  const match = /^([ ]+)(["']?)([^\s"'#:-][^"':]*)\2[ ]*:(?:\s|$)/.exec(line?.text ?? '');
  return match ? { key: match[3]!, indent: match[1]!.length } : undefined;
}

/** True when no line between the two is indented less, which would end the mapping. */
function isBeside(lines: readonly ProblemLine[], a: number, b: number, indent: number): boolean {
  return lines
    .slice(Math.min(a, b) + 1, Math.max(a, b))
    .every(({ text }) => text.trim() === '' || indentOf(text) >= indent);
}

/** The line at `index` with the lines below it that are indented further, and the last line break. */
function blockAt(
  document: AgentDocument,
  lines: readonly ProblemLine[],
  index: number,
  indent: number,
): OffsetRange {
  let last = index;
  while (last + 1 < lines.length && indentOf(lines[last + 1]!.text) > indent) last++;
  const end = lines[last + 1]?.range.start ?? document.frontMatter.content.end;
  return { start: lines[index]!.range.start, end };
}

const indentOf = (text: string): number => /^ */.exec(text)![0].length;
