import type { AgentDocument } from '../../document/agentDocument.ts';
import type { Entry } from '../../document/yamlTree.ts';
import type { TextChange } from '../rule.ts';
import { lineBreakOf, tomlOf } from './scalar.ts';

/** Replaces the key at `entry`. */
export function renameKey(entry: Entry, key: string): TextChange {
  return { range: entry.keyRange, newText: key };
}

/**
 * Removes top-level keys with all of their lines; `undefined` where another key stands on the same lines, as it can in a
 * mapping in braces. In JSON and TOML the lines of one key are what can be deleted alone; a table in several places has none.
 */
export function removeEntries(
  document: AgentDocument,
  entries: readonly Entry[],
): readonly TextChange[] | undefined {
  if (document.format !== 'markdown') {
    if (entries.some(({ lines }) => lines.start === lines.end)) return undefined;
    const inOrder = entries.map(({ lines }) => lines).sort((a, b) => a.start - b.start);
    const areApart = inOrder.every(({ start }, at) => at === 0 || inOrder[at - 1]!.end <= start);
    return areApart ? inOrder.map(range => ({ range, newText: '' })) : undefined;
  }
  const { start, end } = document.frontMatter.content;
  const isInBraces = /^\s*\{/.test(document.text.slice(start, Math.min(end, start + 100)));
  const sharesLines = (other: Entry): boolean =>
    !entries.includes(other) &&
    entries.some(({ lines }) => lines.start < other.lines.end && other.lines.start < lines.end);
  if (isInBraces && document.yaml.entries.some(sharesLines)) return undefined;
  return entries.map(({ lines }) => ({ range: lines, newText: '' }));
}

/** Adds the line `key: yaml` to the front matter, or its like to a TOML file: after the key `after` where it exists, otherwise at the top. */
export function insertEntry(document: AgentDocument, key: string, yaml: string, after?: string): TextChange {
  const { content } = document.frontMatter;
  const previous = after === undefined ? undefined : document.entry(after);
  const at = previous?.lines.end ?? content.start;
  const isToml = document.format === 'toml';
  const line = `${key}${isToml ? ' = ' : ': '}${isToml ? tomlOf(yaml) : yaml}${lineBreakOf(document)}`;
  const glued = at > 0 && !/[\r\n]/.test(document.text[at - 1]!);
  return { range: { start: at, end: at }, newText: glued ? lineBreakOf(document) + line : line };
}
