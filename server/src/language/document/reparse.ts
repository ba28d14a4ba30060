import type { FrontMatter } from './frontmatter.ts';
import type { OffsetRange } from './offsets.ts';
import { type Entry, longestFrontMatter, moveNode, parseYamlTree, type YamlTree } from './yamlTree.ts';

/** A text with its split and the tree of its front matter. */
interface Parsed {
  readonly text: string;
  readonly frontMatter: FrontMatter;
  readonly yaml: YamlTree;
}

/** At the beginning of a line: the end of a document, the beginning of another, or an order to the parser. */
const documentMark = /^(?:---|\.\.\.|%)/m;

/**
 * The tree of a front matter, made of the one before an edit: what a full parse would give, for the price of reading
 * the one key that changed. Most edits are a letter in one value.
 *
 * `undefined` where more than one key's own lines have changed, or where they cannot be read without the others.
 */
export function reparse(text: string, content: OffsetRange, previous: Parsed): YamlTree | undefined {
  const { yaml: tree, frontMatter } = previous;
  if (!tree.isSeparable || content.end - content.start > longestFrontMatter) return undefined;
  const before = previous.text.slice(frontMatter.content.start, frontMatter.content.end);
  const after = text.slice(content.start, content.end);
  if (before === after) return moved(tree, content.start - frontMatter.content.start);
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
  if (documentMark.test(written) || (!isLast && !written.endsWith('\n'))) return undefined;
  const alone = parseYamlTree(text, changed);
  const [entry] = alone.entries;
  const isAlone = alone.isSeparable && alone.entries.length === 1 && entry?.keyRange.start === changed.start;
  if (!isAlone) return undefined;
  const toStart = content.start - frontMatter.content.start;
  const toEnd = content.end - frontMatter.content.end;
  const entries = tree.entries.map((known, at) =>
    at === index ? entry : movedEntry(known, at < index ? toStart : toEnd),
  );
  return { ...tree, entries };
}

/** What differs, at offsets of `before`: all but the longest beginning and the longest end that both have. */
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

/** The entry whose lines, up to the next entry's, enclose a change; the lines at offsets of the content. */
function chunkAround(
  { yaml: tree, frontMatter: { content } }: Parsed,
  start: number,
  end: number,
): { readonly index: number; readonly lines: OffsetRange } | undefined {
  const starts = tree.entries.map(({ lines }) => lines.start - content.start);
  const index = starts.findLastIndex(at => at <= start);
  if (index < 0) return undefined;
  const lines = { start: starts[index]!, end: starts[index + 1] ?? content.end - content.start };
  return end <= lines.end ? { index, lines } : undefined;
}

function moved(tree: YamlTree, by: number): YamlTree {
  return by === 0 ? tree : { ...tree, entries: tree.entries.map(entry => movedEntry(entry, by)) };
}

/** The tree before the edit may still be in use, and keeps its places. */
function movedEntry(entry: Entry, by: number): Entry {
  if (by === 0) return entry;
  const move = ({ start, end }: OffsetRange): OffsetRange => ({ start: start + by, end: end + by });
  const node = entry.node?.clone() as Entry['node'];
  moveNode(node, by);
  return {
    ...entry,
    keyRange: move(entry.keyRange),
    range: move(entry.range),
    lines: move(entry.lines),
    node,
  };
}
