import type { AgentDocument } from '../../../document/agentDocument.ts';
import { lineEnd } from '../../../document/lines.ts';
import type { OffsetRange } from '../../../document/offsets.ts';
import { type Entry, parseYamlTree, type YamlTree } from '../../../document/yamlTree.ts';
import { explainError, type YamlCause } from '../../../loading/yaml/explainError.ts';
import { explainLine } from '../../../loading/yaml/explainLine.ts';
import { lineAt, restOfLine } from '../../../loading/yaml/lines.ts';
import { documentEnd } from './readYaml.ts';
import { repair } from './repair.ts';

/** Why Claude Code takes nothing from a front matter, in its author's terms. */
export type Explanation = Pick<YamlCause, 'range' | 'message' | 'key'>;

/** Says what keeps a front matter from being read, of what the mending does not put right. */
export function explainUnrepaired(
  document: AgentDocument,
  content: OffsetRange,
  tree: YamlTree,
): Explanation {
  const invalid = tree.entries.filter(({ error }) => error !== undefined);
  const culprit = invalid.find(entry => !isRepairable(document.slice(entry.lines)));
  const [repaired] = invalid;
  const broken = tree.entries.find(({ error, range }) => error === undefined && isBlock(document, range));
  if (!culprit && repaired && broken && !document.slice(content).includes('\0'))
    return {
      range: repaired.range,
      key: repaired.key,
      message: `This value must be in quotes. Claude Code would mend it, and cannot here, because the mending breaks the block (\`${document.text[broken.range.start]}\`) of \`${broken.key}\`.`,
    };
  const suspect = culprit ?? repaired;
  const error = suspect?.error ?? tree.errors[0];
  const found = explainError(
    document,
    content,
    error?.range.start ?? content.start,
    error?.message ?? '',
    // What the mending puts right is not what keeps the rest from being read.
    culprit ? tree.entries.filter(entry => entry === culprit || entry.error === undefined) : tree.entries,
  );
  // Tabs are mended too: what is wrong with such a line is something else.
  const line =
    found.slip === 'tab' ? explainLine(document, lineAt(document, content, found.range.start)) : undefined;
  const cause = line ?? found;
  const entry = tree.entries.findLast(({ lines }) => lines.start <= cause.range.start);
  const key = cause.slip === 'indent' ? suspect?.key : found.key;
  return {
    range: marked(document, cause, entry),
    message: cause.message + onCrlf(document, cause, entry),
    ...(key !== undefined && { key }),
  };
}

/** Says why valid YAML is of no use: it is a list, several documents, or a lone text. */
export function explainNoMap({ text }: AgentDocument, content: OffsetRange): Explanation {
  const source = text.slice(content.start, content.end);
  const dots = documentEnd.exec(source);
  const start = content.start + (dots ? dots.index : source.length - source.trimStart().length);
  const end = Math.min(lineEnd(text, start), content.end);
  return {
    range: { start, end: start + text.slice(start, end).trimEnd().length },
    message: dots
      ? 'A line of three dots ends the YAML, and more stands below. Remove the line.'
      : /^-\s/.test(text.slice(start))
        ? 'The front matter is a list, and must be lines `key: value` without `- ` before them.'
        : 'The front matter must be lines `key: value`, with a blank behind the colon.',
  };
}

/** What to mark: all that is to be put in quotes or moved, but of a text in quotes only the mark that opens it. */
function marked(
  document: AgentDocument,
  { slip, range }: Pick<YamlCause, 'slip' | 'range'>,
  entry: Entry | undefined,
): OffsetRange {
  if (slip === undefined || ['key', 'mark', 'tab'].includes(slip)) return range;
  if (slip !== 'quote' || !entry) return restOfLine(document, range.start, entry);
  return { start: entry.range.start, end: entry.range.start + 1 };
}

/** The mending does not reach over a carriage return; with LF it would have put right a value on one line. */
function onCrlf(
  { text }: AgentDocument,
  { slip }: Pick<YamlCause, 'slip'>,
  entry: Entry | undefined,
): string {
  if (slip !== 'colon' || !entry) return '';
  const end = lineEnd(text, entry.range.start);
  return text[end - 1] === '\r' && entry.range.end <= end
    ? ' Claude Code mends this only in files with LF line ends, and this one has CRLF.'
    : '';
}

/** Whether a value is a block scalar, and text stands below its mark. */
function isBlock(document: AgentDocument, { start }: OffsetRange): boolean {
  return /^[|>][+-]?\d?[ \t]*\r?\n/.test(document.text.slice(start, start + 100));
}

function isRepairable(lines: string): boolean {
  const repaired = repair(lines);
  return (
    repaired !== undefined &&
    parseYamlTree(repaired.text, { start: 0, end: repaired.text.length }).errors.length === 0
  );
}
