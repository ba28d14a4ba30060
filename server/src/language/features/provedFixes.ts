import type { Issue } from '../loading/issue.ts';
import type { IssueCode } from '../loading/issueCodes.ts';
import type { LoadResult } from '../loading/loader.ts';
import { applyChanges, changesNothing, isUsable, stops } from '../rules/edits/outcome.ts';
import type { Finding, Fix } from '../rules/rule.ts';
import { type Snapshot, withText } from '../snapshot.ts';

/** Returns the fixes that are offered for an issue of a file. */
export type FixesFor = (issue: Issue, snapshot: Snapshot, search: Search) => readonly Fix[];

/** Fixes of a file with more issues or characters are not proved, because each proof loads the whole file. */
const mostIssues = 50;
const mostCharacters = 100_000;
/** The same of the front matter alone. */
const longestContent = 5_000;
/** Following causes are looked at as far as this. Files of any real kind need two or three fixes. */
const mostSteps = 8;
/** How often a file is loaded to prove one fix, and how many characters of front matter are read for it altogether. */
const mostLoads = 200;
const mostRead = 60_000;

/** What the proof of one fix has seen: texts that lead to a file that loads, and those that do not. */
export interface Search {
  readonly step: number;
  readonly seen: Map<string, boolean>;
}

/** The start of the proof of the fixes of one finding. */
export function newSearch(): Search {
  return { step: 0, seen: new Map() };
}

/**
 * Keeps the fixes after which the tool can use the file, or at least the next cause has a fix of its own. A fix is
 * dropped if it changes nothing, if it makes the tool load the file worse than before, or if its cause remains.
 * Causes that were reported before the fix do not count against it. On the way to a proof, the `first` is enough.
 */
export function proved(
  finding: Finding,
  fixes: readonly Fix[],
  snapshot: Snapshot,
  fixesFor: FixesFor,
  search: Search,
  most: 'all' | 'first' = search.step === 0 ? 'all' : 'first',
): readonly Fix[] {
  const { text, frontMatter, format } = snapshot.document;
  // All of a file of another format is content, and what fixes write is made for YAML.
  const isOther = format !== 'markdown';
  const isLong =
    text.length > mostCharacters ||
    (!isOther && frontMatter.content.end - frontMatter.content.start > longestContent);
  if (isLong || snapshot.load.issues.length > mostIssues)
    return fixes.filter(({ changes, declares }) => declares || !(isOther || changesNothing(text, changes)));
  const changing = different(fixes, text);
  const isGood = (fix: Fix): boolean => {
    // It leaves the text alone.
    if (fix.declares) return true;
    const text = applyChanges(snapshot.document.text, fix.changes);
    const known = search.seen.get(text);
    if (known !== undefined) return known;
    // A text that leads back to itself leads nowhere.
    search.seen.set(text, false);
    const result = leadsOn(finding, text, snapshot, fixesFor, search);
    search.seen.set(text, result);
    return result;
  };
  if (most === 'all') return changing.filter(isGood);
  const first = changing.find(isGood);
  return first ? [first] : [];
}

function leadsOn(
  { issue: cause }: Finding,
  text: string,
  snapshot: Snapshot,
  fixesFor: FixesFor,
  search: Search,
): boolean {
  const { content } = snapshot.document.frontMatter;
  const read = search.seen.size * (content.end - content.start);
  if (search.seen.size > mostLoads || read > mostRead) return false;
  const before = snapshot.load;
  const after = withText(snapshot, text);
  const shorter = snapshot.document.text.length - text.length;
  if (cause && remains(cause, before.issues, after.load.issues, shorter)) return false;
  const left = after.load.issues.filter(stops);
  if (left.length === 0) return !losesFile(before, after.load);
  if (isUsable(before) || (before.loads && !after.load.loads)) return false;
  // What was valid must stay so.
  const isYaml = ({ code }: Issue): boolean => /^(?:yaml|frontMatter)\./.test(code);
  if (left.some(isYaml) && !(cause && isYaml(cause)) && !before.issues.some(isYaml)) return false;
  const known = before.issues.filter(issue => issue !== cause);
  const uncovered = left.filter(
    issue => !known.some(other => isSame(issue, other)) || firstOnly.has(issue.code),
  );
  return (
    search.step >= mostSteps ||
    uncovered.every(issue => fixesFor(issue, after, { ...search, step: search.step + 1 }).length > 0)
  );
}

/** True when as many issues like the cause are left up to its place as before. Tools report some errors one by one. */
function remains(cause: Issue, before: readonly Issue[], after: readonly Issue[], shorter: number): boolean {
  const until = (issues: readonly Issue[], shift: number): number =>
    issues.filter(issue => isSame(issue, cause) && issue.range.start + shift <= cause.range.start).length;
  return until(after, shorter) >= until(before, 0);
}

/** True when the tool takes no file from the text after a fix, and did before, or reported why not. */
function losesFile(before: LoadResult, after: LoadResult): boolean {
  return after.ignored === true && before.ignored !== true;
}

/** Causes of which a tool often reports only the first place: another place of the file is another problem. */
const firstOnly: ReadonlySet<IssueCode> = new Set(['yaml.invalid', 'yaml.repaired', 'frontMatter.lost']);

function isSame(a: Issue, b: Issue): boolean {
  return a.code === b.code && (firstOnly.has(a.code) || (a.field === b.field && a.problem === b.problem));
}

/** The fixes that change the text, one of each result. */
function different(fixes: readonly Fix[], text: string): Fix[] {
  const results = new Set([text]);
  return fixes.filter(({ changes, declares }) => {
    if (declares) return true;
    const result = applyChanges(text, changes);
    const isNew = !results.has(result);
    results.add(result);
    return isNew;
  });
}
