import type { FrontMatter } from './frontmatter.ts';
import type { OffsetRange } from './offsets.ts';
import { copyOf, isScalar, isString, Scalar } from './yamlNodes.ts';
import { type Entry, longestFrontMatter, parseYamlTree, type YamlTree } from './yamlTree.ts';

/** A text with its front matter ranges and YAML tree. */
interface Parsed {
  readonly text: string;
  readonly frontMatter: FrontMatter;
  readonly yaml: YamlTree;
}

/** Parses front matter like `parseYamlTree`, incrementally from the tree before an edit where possible. */
export function yamlTreeAfter(text: string, content: OffsetRange, previous: Parsed): YamlTree {
  return reparse(text, content, previous) ?? parseYamlTree(text, content, takenOver(previous));
}

/** Reuses the entries of an invalid tree: each was parsed from its own lines, so its offset does not matter. */
function takenOver({
  text,
  yaml,
}: Parsed): ((lines: string, start: number) => Entry | undefined) | undefined {
  if (yaml.errors.length === 0) return undefined;
  const byLines = new Map(yaml.entries.map(entry => [text.slice(entry.lines.start, entry.lines.end), entry]));
  return (lines, start) => {
    const entry = byLines.get(lines);
    return entry && movedEntry(entry, start - entry.lines.start);
  };
}

/** A line that may not belong to the key above it: a document marker, a directive or a comment. */
const looseLine = /^(?:---|\.\.\.|%|[ \t]*#)/m;

/**
 * Returns the same tree as a full parse, but parses only the changed key. Most edits are a single character in one value.
 *
 * Returns `undefined` unless the edit changed the lines of exactly one key and they can be parsed on their own.
 */
export function reparse(text: string, content: OffsetRange, previous: Parsed): YamlTree | undefined {
  const { yaml: tree, frontMatter } = previous;
  const before = previous.text.slice(frontMatter.content.start, frontMatter.content.end);
  const after = text.slice(content.start, content.end);
  if (before === after && content.start === frontMatter.content.start) return tree;
  if (!tree.isSeparable || after.length > longestFrontMatter) return undefined;
  const { start, end } = changeOf(before, after);
  const chunk = chunkAround(previous, start, end);
  if (!chunk) return undefined;
  const { index, lines } = chunk;
  const isLast = lines.end === before.length;
  const changed = {
    start: content.start + lines.start,
    end: content.start + lines.end + after.length - before.length,
  };
  const written = text.slice(changed.start, changed.end);
  if (looseLine.test(written) || (!isLast && !written.endsWith('\n'))) return undefined;
  const toStart = content.start - frontMatter.content.start;
  const known = movedEntry(tree.entries[index]!, toStart);
  const edit = { start: content.start + start, end: content.start + end };
  const entry = withPlainText(known, text, edit, after.length - before.length) ?? readAlone(text, changed);
  if (!entry) return undefined;
  const toEnd = content.end - frontMatter.content.end;
  const entries = tree.entries.map((known, at) =>
    at === index ? entry : movedEntry(known, at < index ? toStart : toEnd),
  );
  return { ...tree, entries };
}

/** The single valid key that spans `lines`. */
function readAlone(text: string, lines: OffsetRange): Entry | undefined {
  const { isSeparable, entries } = parseYamlTree(text, lines);
  return isSeparable && entries.length === 1 && entries[0]!.keyRange.start === lines.start
    ? entries[0]
    : undefined;
}

/** Text on one line without YAML syntax. */
const plainText = /^[A-Za-z](?:[^:#\r\n]*[^:#\s])?$/;

/**
 * Returns the entry after an edit within its value, if the value is and was a plain string, which equals its source text.
 * `edit` is the offset of the edit, at which the text grew by `growth`.
 */
function withPlainText(entry: Entry, text: string, edit: OffsetRange, growth: number): Entry | undefined {
  const { node, range: before, lines } = entry;
  const isWithin = edit.start >= before.start && edit.end <= before.end;
  if (!isWithin || !isScalar(node) || node.type !== 'PLAIN' || node.tag !== undefined) return undefined;
  const range = { start: before.start, end: before.end + growth };
  const value = text.slice(range.start, range.end);
  if (!plainText.test(value) || !isString(value)) return undefined;
  return {
    ...entry,
    range,
    lines: { start: lines.start, end: lines.end + growth },
    value,
    node: plainScalar(value, node, growth),
  };
}

function plainScalar(value: string, before: Scalar, growth: number): Scalar {
  const [start, end, next] = before.range!;
  const scalar = new Scalar(value);
  scalar.range = [start, end + growth, next + growth];
  scalar.source = value;
  scalar.type = 'PLAIN';
  if (before.comment !== undefined) scalar.comment = before.comment;
  return scalar;
}

/** The changed range, at offsets of `before`: everything except the longest common prefix and suffix. */
function changeOf(before: string, after: string): OffsetRange {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  while (
    tail < shorter - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  return { start, end: before.length - tail };
}

/** The entry whose lines, up to the next entry, enclose a change, with these lines at offsets of the content. */
function chunkAround(
  { yaml: tree, frontMatter: { content } }: Parsed,
  start: number,
  end: number,
): { readonly index: number; readonly lines: OffsetRange } | undefined {
  const { entries } = tree;
  const index = entries.findLastIndex(({ lines }) => lines.start <= content.start + start);
  if (index < 0) return undefined;
  const lines = {
    start: entries[index]!.lines.start - content.start,
    end: (entries[index + 1]?.lines.start ?? content.end) - content.start,
  };
  return end <= lines.end ? { index, lines } : undefined;
}

/** A shifted copy: the tree before the edit may still be in use. */
function movedEntry(entry: Entry, by: number): Entry {
  if (by === 0) return entry;
  const move = ({ start, end }: OffsetRange): OffsetRange => ({ start: start + by, end: end + by });
  return {
    ...entry,
    keyRange: move(entry.keyRange),
    range: move(entry.range),
    lines: move(entry.lines),
    node: entry.node && copyOf(entry.node, by),
    error: entry.error && { ...entry.error, range: move(entry.error.range) },
  };
}
