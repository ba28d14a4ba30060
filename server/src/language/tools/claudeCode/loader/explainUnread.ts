import type { AgentDocument } from '../../../document/agentDocument.ts';
import { lineEnd } from '../../../document/lines.ts';
import type { OffsetRange } from '../../../document/offsets.ts';
import { type Entry, parseYamlTree, type YamlTree } from '../../../document/yamlTree.ts';
import type { IssueText } from '../../../loading/issue.ts';
import { explainError } from '../../../loading/yaml/explainError.ts';
import { explainLine } from '../../../loading/yaml/explainLine.ts';
import { lineAt, restOfLine } from '../../../loading/yaml/lines.ts';
import type { YamlCause } from '../../../loading/yaml/yamlCause.ts';
import { documentEnd } from './readYaml.ts';
import { repair } from './repair.ts';
import { whyRepaired } from './reportYaml.ts';

/** Why Claude Code reads nothing from a front matter, in its author's terms. */
export interface Explanation extends Pick<YamlCause, 'range' | 'key'>, Omit<IssueText, 'consequence'> {
  /** Why the tool's repair does not help, to follow the consequence after a colon. */
  readonly reason?: string;
}

/** Explains the error that the repair does not fix. */
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
      problem: whyRepaired(document.slice(repaired.range)),
      reason: `its repair would quote this value, and breaks the block (\`${document.text[broken.range.start]}\`) of \`${broken.key}\``,
      advice: 'Put the value in quotes',
    };
  const suspect = culprit ?? repaired;
  const error = suspect?.error ?? tree.errors[0];
  const found = explainError(
    document,
    content,
    error?.range.start ?? content.start,
    error?.message ?? '',
    // What the repair fixes is not what keeps the rest from being read.
    culprit ? tree.entries.filter(entry => entry === culprit || entry.error === undefined) : tree.entries,
  );
  // The repair replaces tabs too, so such a line has another error.
  const line =
    found.slip === 'tab' ? explainLine(document, lineAt(document, content, found.range.start)) : undefined;
  const cause = line ?? found;
  const entry = tree.entries.findLast(({ lines }) => lines.start <= cause.range.start);
  const key = cause.slip === 'indent' ? suspect?.key : found.key;
  const reason = reasonOnCrlf(document, cause, entry);
  return {
    range: marked(document, cause, entry),
    problem: cause.problem,
    ...(cause.advice !== undefined && { advice: cause.advice }),
    ...(reason !== undefined && { reason }),
    ...(key !== undefined && { key }),
  };
}

/** Explains why valid YAML has no fields: it is a list, several documents, or a lone string. */
export function explainNotMapping({ text }: AgentDocument, content: OffsetRange): Explanation {
  const source = text.slice(content.start, content.end);
  const dots = documentEnd.exec(source);
  const start = content.start + (dots ? dots.index : source.length - source.trimStart().length);
  const end = Math.min(lineEnd(text, start), content.end);
  return {
    range: { start, end: start + text.slice(start, end).trimEnd().length },
    ...(dots
      ? { problem: 'Line `...` ends the YAML too early', advice: 'Remove the line' }
      : /^-\s/.test(text.slice(start))
        ? {
            problem: 'Front matter is not a mapping of keys to values',
            advice: 'Write lines `key: value` without `- ` before them',
          }
        : {
            problem: 'Front matter is not a mapping of keys to values',
            advice: 'Write lines of the form `key: value`, with a space after the colon',
          }),
  };
}

/** What to mark: everything to quote or move, but of a quoted string only its opening quote. */
function marked(
  document: AgentDocument,
  { slip, range }: Pick<YamlCause, 'slip' | 'range'>,
  entry: Entry | undefined,
): OffsetRange {
  if (slip === undefined || ['key', 'mark', 'tab'].includes(slip)) return range;
  if (slip !== 'quote' || !entry) return restOfLine(document, range.start, entry);
  return { start: entry.range.start, end: entry.range.start + 1 };
}

/** The repair does not match a carriage return; with LF it would fix a value on one line. */
function reasonOnCrlf(
  { text }: AgentDocument,
  { slip }: Pick<YamlCause, 'slip'>,
  entry: Entry | undefined,
): string | undefined {
  if (slip !== 'colon' || !entry) return undefined;
  const end = lineEnd(text, entry.range.start);
  return text[end - 1] === '\r' && entry.range.end <= end
    ? 'it repairs this only in files with LF line ends, and this one has CRLF'
    : undefined;
}

/** Whether a value is a block scalar with text below its indicator. */
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
