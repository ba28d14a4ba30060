import type { AgentDocument } from '../../document/agentDocument.ts';
import { codeRangesOf } from '../../document/codeRanges.ts';
import { lineAfter, lineBreak } from '../../document/lines.ts';
import type { OffsetRange } from '../../document/offsets.ts';
import { isMap, isScalar, isSeq, type Node, spanOf } from '../../document/yamlNodes.ts';

/** A part of a file that has a name, with the parts inside it. */
export interface Part {
  readonly kind: 'key' | 'heading' | 'section';
  /** The key, the text of the heading, or the name of the tag. */
  readonly name: string;
  /** The value of a key on one line; empty for another part. */
  readonly detail: string;
  /** The whole part, without the last line break. */
  readonly range: OffsetRange;
  /** Where its name is written; within the range. */
  readonly nameRange: OffsetRange;
  readonly parts: readonly Part[];
}

/** More levels of tags, or of keys, than anybody nests. */
const deepest = 20;
const longestName = 200;
const longestDetail = 80;

const headingLine = /^ {0,3}(#{1,6})[ \t]+(.*)$/;
const tagLine = /^ {0,3}<(\/?)([A-Za-z][\w:.-]{0,99})(?:[ \t][^<>]{0,500})?>[ \t]*$/;

/** The keys of the front matter, and the headings and tags (`<rules>` to `</rules>`) of the prompt, in text order. */
export function partsOf(document: AgentDocument): readonly Part[] {
  return [...keysOf(document), ...document.ofBody(bodyParts).map(part => moved(part, document))];
}

/** The parts below the front matter only. */
export function partsOfBody(document: AgentDocument): readonly Part[] {
  return document.ofBody(bodyParts).map(part => moved(part, document));
}

function moved(part: Part, document: AgentDocument): Part {
  const by = document.frontMatter.body.start;
  const shifted = ({ start, end }: OffsetRange): OffsetRange => ({ start: start + by, end: end + by });
  return {
    ...part,
    range: shifted(part.range),
    nameRange: shifted(part.nameRange),
    parts: part.parts.map(inner => moved(inner, document)),
  };
}

/** The keys of the front matter with those of the mappings in it. */
export function keysOf(document: AgentDocument): readonly Part[] {
  return document.yaml.entries.map(({ key, keyRange, lines, node, range }) => ({
    kind: 'key' as const,
    name: named(key),
    detail: node && (isMap(node) || isSeq(node)) ? '' : detailOf(document.slice(range)),
    range: withoutBreak(document.text, { start: keyRange.start, end: Math.max(lines.end, keyRange.end) }),
    nameRange: keyRange,
    parts: keysIn(node, document, 1),
  }));
}

function keysIn(node: Node | null | undefined, document: AgentDocument, depth: number): Part[] {
  if (depth >= deepest) return [];
  if (isSeq(node)) return node.items.flatMap(item => keysIn(item as Node, document, depth + 1));
  if (!isMap(node)) return [];
  return node.items.flatMap(({ key, value }) => {
    const nameRange = spanOf(key as Node);
    if (!isScalar(key) || !nameRange) return [];
    const inner = value as Node | null;
    const span = spanOf(inner ?? undefined);
    const isNested = isMap(inner) || isSeq(inner);
    const end = Math.max(span?.end ?? 0, nameRange.end);
    return {
      kind: 'key' as const,
      name: named(String(key.value)),
      detail: span && !isNested ? detailOf(document.slice(span)) : '',
      range: withoutBreak(document.text, { start: nameRange.start, end }),
      nameRange,
      parts: keysIn(inner, document, depth + 1),
    };
  });
}

function withoutBreak(text: string, { start, end }: OffsetRange): OffsetRange {
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return { start, end };
}

function named(text: string): string {
  const name = text.replace(/\s+/g, ' ').trim();
  return name === '' ? '(empty)' : name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name;
}

function detailOf(value: string): string {
  const [line = ''] = value.slice(0, 2000).split(/\r?\n|\r/, 1);
  const isCut = line.length > longestDetail || line.length < value.trimEnd().length;
  return isCut ? `${line.slice(0, longestDetail - 1)}…` : line;
}

/** A part that has begun. */
interface Begun {
  readonly kind: 'heading' | 'section';
  readonly name: string;
  readonly level: number;
  readonly start: number;
  readonly nameRange: OffsetRange;
  readonly parts: Part[];
}

/** The parts of a prompt. One pass over its lines, and one to find which tags are closed. */
function bodyParts(body: string): readonly Part[] {
  const lines = linesOf(body);
  const closes = closedTags(lines);
  const root: Part[] = [];
  const begun: Begun[] = [];
  const inside = (): Part[] => begun.at(-1)?.parts ?? root;
  const end = (at: number): void => {
    const { level: _, start, ...part } = begun.pop()!;
    inside().push({ ...part, detail: '', range: withoutBreak(body, { start, end: at }) });
  };
  for (const [index, { start, text, heading, tag }] of lines.entries()) {
    if (heading) {
      while (begun.at(-1)?.kind === 'heading' && begun.at(-1)!.level >= heading.level) end(start);
      const at = start + text.indexOf(heading.text, heading.level);
      begun.push({
        kind: 'heading',
        name: named(heading.text),
        level: heading.level,
        start,
        nameRange: { start: at, end: at + heading.text.length },
        parts: [],
      });
    } else if (tag && !tag.closes && closes.has(index)) {
      const at = start + text.indexOf('<') + 1;
      const nameRange = { start: at, end: at + tag.name.length };
      begun.push({ kind: 'section', name: tag.name, level: 0, start, nameRange, parts: [] });
    } else if (tag?.closes && closes.has(index)) {
      while (begun.at(-1)?.kind === 'heading') end(start);
      end(start + text.length);
    }
  }
  while (begun.length > 0) end(body.length);
  return root;
}

/** A line with a heading or a tag on it. */
interface MarkedLine {
  readonly start: number;
  readonly text: string;
  readonly heading?: { readonly level: number; readonly text: string };
  readonly tag?: { readonly name: string; readonly closes: boolean };
}

function linesOf(body: string): MarkedLine[] {
  const found: MarkedLine[] = [];
  const code = codeRangesOf(body, { start: 0, end: body.length });
  for (let start = 0; start < body.length; start = lineAfter(body, start)) {
    const first = body.charCodeAt(start);
    // Most lines begin with a letter.
    if (first !== 0x23 && first !== 0x3c && first !== 0x20) continue;
    const text = body.slice(start, lineBreak(body, start));
    const [, marks, written] = headingLine.exec(text) ?? [];
    const [, slash, name] = marks === undefined ? (tagLine.exec(text) ?? []) : [];
    if (marks === undefined && name === undefined) continue;
    if (code.has(start + text.search(/\S/))) continue;
    if (marks !== undefined) {
      const title = written!.replace(/(?:^|[ \t])#+[ \t]*$/, '').trim();
      if (title !== '') found.push({ start, text, heading: { level: marks.length, text: title } });
    } else found.push({ start, text, tag: { name: name!, closes: slash === '/' } });
  }
  return found;
}

/** The lines (their indices) of tags that open and close a section, each within one around it. */
function closedTags(lines: readonly MarkedLine[]): ReadonlySet<number> {
  const closed = new Set<number>();
  const open: { readonly name: string; readonly index: number }[] = [];
  const waiting = new Map<string, number>();
  const drop = () => {
    const { name, index } = open.pop()!;
    waiting.set(name, waiting.get(name)! - 1);
    return { name, index };
  };
  for (const [index, { tag }] of lines.entries()) {
    if (!tag) continue;
    const count = waiting.get(tag.name) ?? 0;
    if (!tag.closes) {
      open.push({ name: tag.name, index });
      waiting.set(tag.name, count + 1);
    } else if (count > 0) {
      let last = drop();
      // Tags in between that are never closed.
      while (last.name !== tag.name) last = drop();
      if (open.length < deepest) closed.add(last.index).add(index);
    }
  }
  return closed;
}
