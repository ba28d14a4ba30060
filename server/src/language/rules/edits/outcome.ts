import { AgentDocument } from '../../document/agentDocument.ts';
import type { Issue } from '../../loading/issue.ts';
import type { LoadResult } from '../../loading/loader.ts';
import { loaderOf } from '../../snapshot.ts';
import type { RuleContext, TextChange } from '../rule.ts';

/** Applies changes that do not overlap, in any order. */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  return [...changes]
    .sort((a, b) => b.range.start - a.range.start)
    .reduce(
      (result, { range, newText }) => result.slice(0, range.start) + newText + result.slice(range.end),
      text,
    );
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

/**
 * The same for an error of which a tool reports only the first place: also true when the next one is closer to the end
 * of the file.
 */
export function movesOn(changes: readonly TextChange[], issue: Issue, context: RuleContext): boolean {
  const { text } = context.document;
  const shorter = text.length - applyChanges(text, changes).length;
  return loadAfter(changes, context).issues.every(
    ({ code, range }) => code !== issue.code || range.start + shorter > issue.range.start,
  );
}

/** Fixes are checked in files with at most this many issues, because each check loads the whole file. */
const mostIssues = 50;

/**
 * False when the tool can use the file now, but not after the changes. A file with more than `mostIssues` issues is not
 * checked.
 */
export function staysUsable(changes: readonly TextChange[], context: RuleContext): boolean {
  const { load } = context;
  return load.issues.length > mostIssues || !isUsable(load) || isUsable(loadAfter(changes, context));
}

function loadAfter(
  changes: readonly TextChange[],
  { document, dialect, path }: Pick<RuleContext, 'document' | 'dialect' | 'path'>,
): LoadResult {
  const after = AgentDocument.of(applyChanges(document.text, changes), document.uri);
  return loaderOf(dialect, after).load({ document: after, path });
}

function isUsable({ issues }: LoadResult): boolean {
  return issues.every(({ effect }) => effect !== 'crashes' && effect !== 'rejected' && effect !== 'fails');
}
