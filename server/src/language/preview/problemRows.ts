import type { AgentDocument } from '../document/agentDocument.ts';
import type { OffsetRange } from '../document/offsets.ts';
import { plainMessage } from '../features/describe.ts';
import type { Said } from '../features/displaySeverity.ts';
import type { Issue } from '../loading/issue.ts';
import type { Finding } from '../rules/rule.ts';
import type { Severity } from '../severity.ts';
import { clip } from './valueOutline.ts';

/** What the preview needs of a diagnostic. */
export interface PreviewProblem extends Said {
  readonly message: string;
  readonly range: OffsetRange;
  readonly finding?: Partial<Finding>;
}

/** A line of the file with the part that a problem is about. */
export interface BrokenLine {
  readonly text: string;
  /** In UTF-16 code units from the start of `text`, as is `length`. */
  readonly start: number;
  readonly length: number;
}

/** A problem as a row of the preview. Lines are zero-based. */
export interface ProblemRow {
  readonly severity: Severity;
  readonly message: string;
  readonly line: number;
  /** `line:character-line:character`, zero-based: where the editor's code actions have the fixes. */
  readonly place: string;
  /** The titles of the fixes, as the editor's code actions have them; the preferred one first. */
  readonly fixes: readonly string[];
  /** The line itself, for front matter that stops the tool from loading the file by how it is written. */
  readonly excerpt?: BrokenLine;
}

/** A row has so many buttons; all fixes are in the editor. */
const mostFixes = 3;
/** Fixes are worked out for so many rows, because each is proved by loading the file. */
const mostWithFixes = 20;
/** The line of so many problems is shown. */
const mostExcerpts = 3;
const longestLine = 160;
const longestTitle = 200;

/** The order in which problems are listed; those of one severity keep the order of the text. */
const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** How rows are made: which fixes the client can apply, and whether the tool loads the file. */
export interface RowOptions {
  readonly canFix: boolean;
  /** Whether there is, or can be, a configuration file for fixes that change it. */
  readonly canDeclare: boolean;
  readonly loads: boolean;
}

/** The problems as rows, the most severe first; at most `limit`. */
export function problemRows(
  document: AgentDocument,
  problems: readonly PreviewProblem[],
  limit: number,
  { canFix, canDeclare, loads }: RowOptions,
): ProblemRow[] {
  const sorted = [...problems]
    .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))
    .slice(0, limit);
  return sorted.map(({ severity, message, range, finding }, index) => {
    const { start, end } = document.toRange(range);
    const isExcerpted = !loads && severity === 'error' && index < mostExcerpts && isOfSyntax(finding?.issue);
    const excerpt = isExcerpted ? brokenLineAt(document, range) : undefined;
    return {
      severity,
      message,
      line: start.line,
      place: `${start.line}:${start.character}-${end.line}:${end.character}`,
      fixes: canFix && index < mostWithFixes ? fixTitles(finding, range, canDeclare) : [],
      ...(excerpt && { excerpt }),
    };
  });
}

/** Whether an issue is one of how the front matter is written, and not of what it says. */
function isOfSyntax(issue: Issue | undefined): boolean {
  return issue !== undefined && /^(?:yaml|frontMatter)\./.test(issue.code);
}

/** How many findings have a fix that changes nothing else. */
export function countSafeFixes(problems: readonly PreviewProblem[]): number {
  return problems.flatMap(findingsOf).filter(finding => finding.safeFix?.() !== undefined).length;
}

/** The findings that a problem stands for. */
export function findingsOf({ finding }: PreviewProblem): readonly Partial<Finding>[] {
  return finding?.members ?? (finding ? [finding] : []);
}

/** Of a problem with several places: the fixes of all together, if there are any. */
function fixTitles(finding: PreviewProblem['finding'], range: OffsetRange, canDeclare: boolean): string[] {
  const all = (finding?.fixes?.(range) ?? []).filter(fix => canDeclare || !fix.declares);
  const ofFirst = new Set((finding?.members?.[0]?.fixes?.() ?? []).map(({ title }) => title));
  const together = finding?.members ? all.filter(({ title }) => !ofFirst.has(title)) : all;
  const titles = (together.length > 0 ? together : all).map(({ title }) => plainMessage(title));
  return [...new Set(titles)].filter(title => title.length <= longestTitle).slice(0, mostFixes);
}

/** The line on which a range starts, with the part of it that the range is about; `undefined` for an empty line. */
function brokenLineAt(document: AgentDocument, { start, end }: OffsetRange): BrokenLine | undefined {
  const { text } = document;
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const to = text.indexOf('\n', start);
  const line = text.slice(from, to < 0 ? text.length : to).replace(/\r$/, '');
  if (line.trim() === '') return undefined;
  // A place far to the right is shown with what is before it.
  const skipped = Math.max(0, start - from - longestLine / 2);
  const shown = clip(line.slice(skipped), longestLine);
  const at = Math.min(start - from - skipped, shown.length);
  return {
    text: shown,
    start: at,
    length: Math.max(1, Math.min(end - start, shown.length - at)),
  };
}
