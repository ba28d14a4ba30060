import type { OffsetRange } from '../document/offsets.ts';

/** Front matter that no tool finds: its delimiters are missing or written otherwise, or something precedes it. */
export interface MeantFrontMatter {
  readonly cause: /** The keys start the file, without a delimiter above them. */
    | 'noDelimiter'
    /** The delimiter is not exactly `---`. */
    | 'delimiter'
    /** The first key is on the line of the delimiter. */
    | 'keyOnDelimiter'
    /** A code fence surrounds it, or stands in place of the delimiters. */
    | 'codeFence'
    /** The delimiter, and perhaps the lines below, are indented. */
    | 'indented'
    | 'blankLinesAbove'
    | 'textAbove';
  /** The opening delimiter as written; the first key where there is none. Offsets are UTF-16. */
  readonly range: OffsetRange;
  /** What precedes the line of the delimiter, without a byte order mark. */
  readonly above: OffsetRange;
  /** The keys, in lowercase. */
  readonly keys: ReadonlySet<string>;
  /** The lines of the keys, from the first on. */
  readonly content: OffsetRange;
  /** The closing delimiter as written; absent where there is none. */
  readonly close?: OffsetRange;
}

/** What is wrong, and what to do. `delimiter`: the opening delimiter as written. */
export function meantText(
  { cause }: MeantFrontMatter,
  delimiter: string,
): { readonly problem: string; readonly advice: string } {
  const late = 'Front matter does not start on the first line';
  const malformed = 'The first line is not exactly `---`';
  const shown = delimiter.startsWith('`') ? `\`\` ${delimiter} \`\`` : `\`${delimiter}\``;
  switch (cause) {
    case 'noDelimiter':
      return {
        problem: 'Front matter is missing',
        advice: 'Add a line `---` above the first key, at the very beginning of the file',
      };
    case 'keyOnDelimiter':
      return { problem: malformed, advice: 'Put the first key on a line of its own' };
    case 'codeFence':
      return /^[`~]/.test(delimiter)
        ? { problem: malformed, advice: `Write \`---\` instead of ${shown}` }
        : { problem: late, advice: 'Remove the code fence around the front matter' };
    case 'indented':
      return {
        problem: malformed,
        advice: 'Remove the indentation of the opening `---` and of the lines below',
      };
    case 'blankLinesAbove':
      return { problem: late, advice: 'Remove everything before the opening `---`, blank lines too' };
    case 'textAbove':
      return { problem: late, advice: 'Move the text above the opening `---` below the front matter' };
    default:
      return /^-{3}\s*[^\s-]/.test(delimiter)
        ? { problem: malformed, advice: 'Remove everything after the opening `---` on its line' }
        : { problem: malformed, advice: `Write \`---\` instead of ${shown}` };
  }
}

/** Keys that show front matter of some agent file. */
const commonKeys: readonly string[] = [
  'name',
  'description',
  'tools',
  'model',
  'mode',
  'agent',
  'permission',
  'color',
  'argument-hint',
  'allowed-tools',
  'disallowedtools',
  'applyto',
  'globs',
  'alwaysapply',
  'paths',
  'inclusion',
];

/** How far into a file the delimiter is searched for, and how long front matter can be. */
const headLength = 4000;
const longest = 20_000;
/** How many lines of text, such as a title, may precede it. */
const mostLinesAbove = 3;

const delimiterLine = /^([ \t>]*)(-{2,}|[\u2014\u2013]{1,3}|\*{3,}|_{3,}|={3,}|\+{3}|- - -)[ \t]*(.*)$/;
const fenceLine = /^[ \t]*(`{3,}|~{3,})[ \t]*(\w*)[ \t]*$/;
const keyLine = /^([ \t>]*)["']?([A-Za-z_][\w-]*)["']?[ \t]*(?::(?=[ \t]|$)|=(?=[ \t]*["'[]))/;

/**
 * Finds front matter that is meant and not recognized. Example front matter further down, rules (`---`) between
 * sections, and text without keys do not count. `known`: the keys that show it, in addition to the common ones.
 */
export function findMeantFrontMatter(
  text: string,
  known: readonly string[] = [],
): MeantFrontMatter | undefined {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const knownKeys = new Set([...commonKeys, ...known.map(key => key.toLowerCase())]);
  const lines = linesOf(text, start);
  let textAbove = 0;
  let fence: string | undefined;
  let isComment = false;
  for (const [index, line] of lines.entries()) {
    if (line.start > start + headLength) return undefined;
    const written = text.slice(line.start, line.end);
    if (isComment || written.trim() === '') {
      if (written.includes('-->')) isComment = false;
      continue;
    }
    if (/^[ \t]*<!--/.test(written)) {
      isComment = !written.includes('-->');
      textAbove = Math.max(textAbove, 1);
      continue;
    }
    const found = blockAt(text, lines, index, { knownKeys, fence, isAtTop: textAbove === 0 });
    if (found) {
      const { cause, ...rest } = found;
      const above = { start, end: line.start };
      const actual = causeOf(text.slice(above.start, above.end), cause, fence);
      return actual && { ...rest, above, cause: actual };
    }
    if (fenceLine.test(written)) {
      if (fence !== undefined || textAbove > 0) return undefined;
      fence = fenceLine.exec(written)![1]!;
      continue;
    }
    textAbove += 1;
    if (fence !== undefined || textAbove > mostLinesAbove) return undefined;
  }
  return undefined;
}

type Block = Omit<MeantFrontMatter, 'above'>;

interface Search {
  readonly knownKeys: ReadonlySet<string>;
  /** The code fence above. */
  readonly fence: string | undefined;
  readonly isAtTop: boolean;
}

function blockAt(
  text: string,
  lines: readonly OffsetRange[],
  index: number,
  search: Search,
): Block | undefined {
  const line = lines[index]!;
  const written = text.slice(line.start, line.end).trimEnd();
  const fence = search.isAtTop && search.fence === undefined ? fenceLine.exec(written) : null;
  const delimiter = fence ? undefined : delimiterLine.exec(written);
  if (!fence && !delimiter) {
    const first = search.isAtTop && search.fence === undefined ? keyLine.exec(written) : null;
    return first ? keysFrom(text, lines, index, line.start, 'noDelimiter', search) : undefined;
  }
  if (fence) return keysFrom(text, lines, index + 1, line.start, 'codeFence', { ...search, fence: fence[1] });
  const [, indent = '', dashes = '', rest = ''] = delimiter!;
  if (keyLine.test(rest)) return keysFrom(text, lines, index, line.start, 'keyOnDelimiter', search);
  // A language (`--- yaml`) or a comment may follow the dashes; text may not.
  if (/[ \t]/.test(rest) && !rest.startsWith('#')) return undefined;
  const isExact = dashes === '---' && rest === '';
  const cause = isExact ? (indent === '' ? 'textAbove' : 'indented') : 'delimiter';
  return keysFrom(text, lines, index + 1, line.start + indent.length, cause, search);
}

/** Reads the lines of the keys, down to a delimiter or to text. */
function keysFrom(
  text: string,
  lines: readonly OffsetRange[],
  from: number,
  start: number,
  cause: Block['cause'],
  { knownKeys, fence, isAtTop }: Search,
): Block | undefined {
  const first = lines[from];
  if (!first) return undefined;
  const opening = text.slice(start, lines[from - 1]?.end ?? start).trimEnd();
  const keys: string[] = [];
  let hasLowercase = false;
  let end = first.start;
  let close: OffsetRange | undefined;
  for (const [index, line] of lines.slice(from).entries()) {
    if (line.start > first.start + longest) return undefined;
    const whole = text.slice(line.start, line.end).trimEnd();
    const written = index === 0 && cause === 'keyOnDelimiter' ? delimiterLine.exec(whole)![3]! : whole;
    if (index > 0 || cause !== 'keyOnDelimiter') {
      const isFenceEnd = fence !== undefined && written.trim() === fence && cause === 'codeFence';
      const other = delimiterLine.exec(written);
      if (isFenceEnd || (other && other[3] === '' && !/^- - -/.test(written))) {
        const at = line.start + (other?.[1]?.length ?? 0);
        close = { start: at, end: line.start + written.length };
        break;
      }
    }
    const key = keyLine.exec(written);
    if (key) {
      keys.push(key[2]!.toLowerCase());
      if (knownKeys.has(key[2]!.toLowerCase()) && /^[a-z]/.test(key[2]!)) hasLowercase = true;
    } else if (keys.length === 0 && written.trim() !== '' && !written.trimStart().startsWith('#'))
      return undefined;
    else if (
      written.trim() === ''
        ? !goesOn(text, lines, from + index + 1)
        : !/^[ \t>]*(?:[ \t>-]|#|[\]})])/.test(written)
    )
      break;
    if (written.trim() !== '') end = line.end;
  }
  const meant = keys.filter(key => knownKeys.has(key));
  const isStrict = cause === 'textAbove' || cause === 'indented';
  const enough = hasLowercase && (isStrict || (cause === 'noDelimiter' && isAtTop)) ? 1 : close ? 1 : 2;
  if (meant.length < enough || (!isAtTop && !hasLowercase)) return undefined;
  const range =
    cause === 'noDelimiter'
      ? { start: first.start, end: first.start + text.slice(first.start, first.end).trimEnd().length }
      : { start, end: start + opening.length };
  return {
    cause,
    range:
      cause === 'keyOnDelimiter'
        ? { start, end: first.start + text.slice(first.start, first.end).trimEnd().length }
        : range,
    keys: new Set(keys),
    content: { start: first.start, end },
    ...(close && { close }),
  };
}

/** Whether keys or a delimiter go on after blank lines. */
function goesOn(text: string, lines: readonly OffsetRange[], from: number): boolean {
  const next = lines.slice(from, from + 3).find(line => text.slice(line.start, line.end).trim() !== '');
  if (!next) return false;
  const written = text.slice(next.start, next.end).trimEnd();
  return keyLine.test(written) || delimiterLine.exec(written)?.[3] === '' || fenceLine.test(written);
}

/** `undefined`: nothing is wrong with the delimiter. */
function causeOf(
  above: string,
  cause: Block['cause'],
  fence: string | undefined,
): Block['cause'] | undefined {
  if (fence !== undefined) return 'codeFence';
  if (above.trim() !== '') return 'textAbove';
  if (cause !== 'textAbove') return cause;
  return above === '' ? undefined : 'blankLinesAbove';
}

/** The lines of the head of a text, without their ends. */
function linesOf(text: string, start: number): OffsetRange[] {
  const lines: OffsetRange[] = [];
  const last = Math.min(text.length, start + headLength + longest);
  for (let at = start; at <= last; ) {
    const next = text.indexOf('\n', at);
    const end = next < 0 || next > last ? last : next;
    lines.push({ start: at, end: text[end - 1] === '\r' && end > at ? end - 1 : end });
    at = end + 1;
  }
  return lines;
}
