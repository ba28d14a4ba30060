import type { Document, ParsedNode } from 'yaml';
import { lineAfter, lineStart } from './lines.ts';
import { type OffsetRange, trimRange } from './offsets.ts';
import { PlainValues } from './plainValue.ts';
import { firstAlias, isMap, isScalar, type Node, parseLines, refers } from './yamlNodes.ts';

/** An error of strict YAML. `code` is that of eemeli/yaml, or our own for other errors. */
export interface YamlError {
  readonly code: string;
  readonly message: string;
  readonly range: OffsetRange;
}

/** A top-level `key: value` of the front matter. */
export interface Entry {
  readonly key: string;
  readonly keyRange: OffsetRange;
  /** The value as written, without comment and line break; an empty range after the colon for no value. */
  readonly range: OffsetRange;
  /** From the key to the end of the value's last line, including the line break: the range to delete for the key. */
  readonly lines: OffsetRange;
  /** The node in the tolerant tree; `undefined` for no value or invalid YAML. */
  readonly node: Node | undefined;
  /** The value in strict YAML; the trimmed raw text if that is invalid; `null` for no value. */
  readonly value: unknown;
  /** The errors of strict YAML for this value alone. */
  readonly error: YamlError | undefined;
}

/** The tolerant tree of the front matter. If the YAML is invalid, each top-level key is parsed separately. */
export interface YamlTree {
  readonly entries: readonly Entry[];
  /** Errors of the whole front matter, sorted; empty for valid YAML. */
  readonly errors: readonly YamlError[];
  /** False when the content is valid YAML but not a mapping (a list, a single word). */
  readonly isMap: boolean;
  /**
   * True when each top-level key starts a line of a valid mapping, and nothing in it refers to another node: then the
   * lines of one key can be read without the others.
   */
  readonly isSeparable: boolean;
  /** The whole tree, for front matter that is a list; `undefined` for invalid YAML or no front matter. */
  readonly root?: Node | undefined;
}

/** Front matters longer than this are not parsed: no agent file is, and the parser's time grows with them. */
export const longestFrontMatter = 1_000_000;

/**
 * Parses the front matter that lies at `content` in `text`. Never throws and never evaluates anything.
 *
 * Offsets in the result are offsets in `text`.
 * Strict YAML reads `description: Use this. Examples: foo` as nested mappings with an error. So after an error, the tree
 * is rebuilt from the lines `key: rest`: the lines of each key are parsed separately, unless `known` has their entry.
 */
export function parseYamlTree(
  text: string,
  content: OffsetRange,
  known: (lines: string, start: number) => Entry | undefined = () => undefined,
): YamlTree {
  if (content.end - content.start > longestFrontMatter) {
    const range = { start: content.start, end: Math.min(content.end, content.start + 3) };
    return {
      entries: [],
      errors: [{ code: 'TOO_LARGE', message: 'The front matter is too large to read', range }],
      isMap: true,
      isSeparable: false,
    };
  }
  const document = parseLines(text, content);
  const values = new PlainValues(document);
  const errors = errorsOf(text, document, values, content);
  if (errors.length === 0) {
    const root = document.contents;
    if (root === null) return { entries: [], errors, isMap: true, isSeparable: false };
    if (isMap(root)) {
      const entries = root.items.flatMap(pair => entryOf(text, content, values, pair) ?? []);
      const isSeparable = !root.flow && entries.every(beginsLine) && !refers(root);
      return { entries, errors, isMap: true, isSeparable };
    }
  }
  const entries = scanKeys(text, content).map(
    key => known(text.slice(key.lines.start, key.lines.end), key.lines.start) ?? entryOfLines(text, key),
  );
  const root = errors.length === 0 ? (document.contents ?? undefined) : undefined;
  return { entries, errors, isMap: errors.length > 0 || entries.length > 0, isSeparable: false, root };
}

/** A line `:` has no key, and may go with the line above it. */
function beginsLine({ keyRange, lines }: Entry): boolean {
  return keyRange.start === lines.start && keyRange.end > keyRange.start;
}

function errorsOf(
  text: string,
  document: Document.Parsed,
  values: PlainValues,
  content: OffsetRange,
): YamlError[] {
  const errors = document.errors.map(error => ({
    code: error.code as string,
    message: error.message,
    range: { start: Math.min(error.pos[0], content.end), end: Math.min(error.pos[1], content.end) },
  }));
  const glued = errors.length === 0 ? gluedColon(text, document) : undefined;
  if (glued)
    errors.push({
      code: 'BLOCK_AS_IMPLICIT_KEY',
      message: 'Nested mappings are not allowed in compact mappings',
      range: glued,
    });
  // Only an alias can lead nowhere, or to more than there is room for.
  if (errors.length === 0 && text.slice(content.start, content.end).includes('*')) {
    const whole = values.of();
    if ('error' in whole)
      errors.push({ code: 'UNRESOLVED_ALIAS', message: whole.error, range: firstAlias(document, content) });
  }
  return errors;
}

/** The colon right behind a value in brackets, as in `key: [a]: b`, which the parser reads as a pair without a key. */
function gluedColon(text: string, { contents: root }: Document.Parsed): OffsetRange | undefined {
  if (!isMap(root) || root.flow) return undefined;
  for (const { key } of root.items.slice(1)) {
    const [start, end] = key?.range ?? [0, 0];
    if (start === end && /[\]}][ \t]*$/.test(text.slice(lineStart(text, start), start)))
      return { start, end: start + 1 };
  }
  return undefined;
}

function entryOf(
  text: string,
  content: OffsetRange,
  values: PlainValues,
  pair: { key: ParsedNode; value: ParsedNode | null },
): Entry | undefined {
  const [start, end] = pair.key?.range ?? [0, 0];
  if (!pair.key) return undefined;
  const node = pair.value ?? undefined;
  const isEmpty = !node || (node.range[0] === node.range[1] && isScalar(node));
  const colon = text.indexOf(':', end);
  const after = colon < 0 || colon >= content.end ? end : colon + 1;
  // The range of a block goes on to whatever comes behind it.
  const range = isEmpty
    ? { start: after, end: after }
    : trimEnd(text, { start: node.range[0], end: node.range[1] });
  const plain = isEmpty ? { value: null } : values.of(node);
  const error = 'error' in plain ? { code: 'NO_VALUE', message: plain.error, range } : undefined;
  return {
    // A merge key's value is a symbol.
    key:
      isScalar(pair.key) && typeof pair.key.value !== 'symbol'
        ? String(pair.key.value)
        : text.slice(start, end),
    keyRange: { start, end },
    range,
    lines: {
      start: lineStart(text, start),
      end: Math.min(lineAfter(text, Math.max(range.end, end)), content.end),
    },
    node: isEmpty ? undefined : node,
    value: 'value' in plain ? plain.value : text.slice(range.start, range.end),
    error,
  };
}

/** A top-level key found by looking at lines only, with the lines that belong to it. */
interface KeyLines {
  readonly key: string;
  readonly keyRange: OffsetRange;
  readonly lines: OffsetRange;
}

const keyLine = /^([ \t]*)("(?:[^"\\\r\n]|\\.)*"|'[^'\r\n]*'|[A-Za-z_$][\w$.-]*)[ \t]*:(?=[ \t\r\n]|$)/;

/** Finds the top-level keys by their lines, all with the indentation of the first key. */
function scanKeys(text: string, content: OffsetRange): KeyLines[] {
  const keys: KeyLines[] = [];
  let indent: string | undefined;
  for (let at = content.start; at < content.end; at = lineAfter(text, at)) {
    const line = text.slice(at, Math.min(lineAfter(text, at), content.end));
    const match = keyLine.exec(line);
    const previous = keys.at(-1);
    if (match && (indent === undefined || match[1] === indent)) {
      indent ??= match[1]!;
      const start = at + match[1]!.length;
      keys.push({
        key: match[2]!.replace(/^(["'])(.*)\1$/, '$2'),
        keyRange: { start, end: start + match[2]!.length },
        lines: { start: at, end: at + line.length },
      });
    } else if (previous) {
      keys[keys.length - 1] = { ...previous, lines: { start: previous.lines.start, end: at + line.length } };
    }
  }
  return keys;
}

function entryOfLines(text: string, { key, keyRange, lines }: KeyLines): Entry {
  const alone = parseLines(text, lines);
  const values = new PlainValues(alone);
  const errors = errorsOf(text, alone, values, lines);
  const root = alone.contents;
  if (errors.length === 0 && isMap(root) && root.items.length === 1) {
    const entry = entryOf(text, lines, values, root.items[0]!);
    if (entry) return { ...entry, lines };
  }
  const colon = text.indexOf(':', keyRange.end) + 1;
  const range = trimRange(text, { start: colon, end: lines.end });
  const value = text.slice(range.start, range.end);
  return {
    key,
    keyRange,
    range,
    lines,
    node: undefined,
    value: value === '' ? null : value,
    error: errors[0],
  };
}

function trimEnd(text: string, range: OffsetRange): OffsetRange {
  let end = range.end;
  while (end > range.start && /\s/.test(text[end - 1]!)) end--;
  return { start: range.start, end };
}
