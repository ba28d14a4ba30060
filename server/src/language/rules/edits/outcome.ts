import { AgentDocument } from '../../document/agentDocument.ts';
import type { Issue } from '../../loading/issue.ts';
import type { IssueCode } from '../../loading/issueCodes.ts';
import type { LoadResult } from '../../loading/loader.ts';
import { loadOf } from '../../snapshot.ts';
import type { RuleContext, TextChange } from '../rule.ts';

/** Applies changes that do not overlap, in any order. Takes time in proportion to the text and the changes. */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { range, newText } of [...changes].sort((a, b) => a.range.start - b.range.start)) {
    parts.push(text.slice(from, range.start), newText);
    from = range.end;
  }
  return parts.join('') + text.slice(from);
}

/** The change from the first character that differs to the last. */
export function difference(before: string, after: string): TextChange {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < most - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return { range: { start, end: before.length - tail }, newText: after.slice(start, after.length - tail) };
}

/** True when the changes leave the text as it is. */
export function changesNothing(text: string, changes: readonly TextChange[]): boolean {
  return changes.every(({ range, newText }) => text.slice(range.start, range.end) === newText);
}

/** True when the changes remove all issues with this code about this field. */
export function repairs(
  changes: readonly TextChange[],
  { code, field }: Issue,
  context: RuleContext,
): boolean {
  return loadAfter(changes, context).issues.every(issue => issue.code !== code || issue.field !== field);
}

/** True when fewer issues are left after the changes: of a cause, or of all. */
export function lessens(changes: readonly TextChange[], context: RuleContext, code?: IssueCode): boolean {
  const count = ({ issues }: LoadResult): number =>
    code === undefined ? issues.length : issues.filter(issue => issue.code === code).length;
  return count(loadAfter(changes, context)) < count(context.load);
}

function loadAfter(
  changes: readonly TextChange[],
  { document, dialect, path }: Pick<RuleContext, 'document' | 'dialect' | 'path'>,
): LoadResult {
  const after = AgentDocument.of(applyChanges(document.text, changes), document.uri);
  return loadOf(dialect, after, path);
}

/** True for an issue because of which the tool cannot use the file, or its front matter. */
export function stops({ code, effect }: Issue): boolean {
  if (code === 'frontMatter.lost' || code === 'yaml.invalid') return true;
  return effect === 'crashes' || effect === 'rejected' || effect === 'fails';
}

/** True when nothing keeps the tool from using the file. */
export function isUsable({ issues }: LoadResult): boolean {
  return !issues.some(stops);
}
