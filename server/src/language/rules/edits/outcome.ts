import { AgentDocument } from '../../document/agentDocument.ts';
import type { Issue } from '../../loading/issue.ts';
import type { LoadResult } from '../../loading/loader.ts';
import { loaderOf } from '../../snapshot.ts';
import type { RuleContext, TextChange } from '../rule.ts';

/** The text after changes that do not overlap; their order does not matter. */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  return [...changes]
    .sort((a, b) => b.range.start - a.range.start)
    .reduce(
      (result, { range, newText }) => result.slice(0, range.start) + newText + result.slice(range.end),
      text,
    );
}

/** True for changes that write what is there already. */
export function changesNothing(text: string, changes: readonly TextChange[]): boolean {
  return changes.every(({ range, newText }) => text.slice(range.start, range.end) === newText);
}

/** True when the tool has no cause any more to say the same of the field, once the changes are made. */
export function repairs(
  changes: readonly TextChange[],
  { code, field }: Issue,
  context: RuleContext,
): boolean {
  return loadAfter(changes, context).issues.every(issue => issue.code !== code || issue.field !== field);
}

/**
 * The same for a cause of which a tool names the first place only: true also when what it then names lies nearer to the
 * end of the file.
 */
export function movesOn(changes: readonly TextChange[], issue: Issue, context: RuleContext): boolean {
  const { text } = context.document;
  const shorter = text.length - applyChanges(text, changes).length;
  return loadAfter(changes, context).issues.every(
    ({ code, range }) => code !== issue.code || range.start + shorter > issue.range.start,
  );
}

/** The tool is asked about the fixes of so many notes: each time it reads the whole file. */
const mostIssues = 50;

/**
 * False when the tool can use the file as it is, and could not once the changes are made. Of a file with so much to
 * note as no author's has, it is not asked.
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
