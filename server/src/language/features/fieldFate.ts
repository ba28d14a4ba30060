import { overlaps } from '../document/offsets.ts';
import type { Issue } from '../loading/issue.ts';
import type { LoadResult } from '../loading/loader.ts';
import type { Snapshot } from '../snapshot.ts';

/**
 * What the tool does with a key of the front matter:
 *
 * - `taken`: the tool reads what is written.
 * - `altered`: it loads another value.
 * - `doubtful`: it loads the value, which does not work.
 * - `leaked`: it loads the value and sends it to the model provider.
 * - `ignored`: the key has no effect.
 * - `widened`: the key should limit the agent, and the limit does not apply.
 * - `unread`: the file does not load, so nothing is read.
 */
export type FieldFate = 'taken' | 'changed' | 'doubtful' | 'leaked' | 'ignored' | 'unrestricted' | 'unread';

/** The issues about `key`: those that name it, and those that list it among the lost keys. */
export function issuesOn(load: LoadResult, key: string): readonly Issue[] {
  return load.issues.filter(issue => issue.field === key || losesKey(issue, key));
}

/** Like `issuesOn`, for whoever needs the issues of many keys. */
export function issuesByKey({ issues }: LoadResult): (key: string) => readonly Issue[] {
  const byField = new Map<string, Issue[]>();
  for (const issue of issues) {
    if (issue.field === undefined) continue;
    const known = byField.get(issue.field);
    if (known) known.push(issue);
    else byField.set(issue.field, [issue]);
  }
  const losing = issues.filter(({ code }) => code === 'frontMatter.closedEarly');
  return key => {
    const named = byField.get(key) ?? [];
    const lost = losing.filter(issue => losesKey(issue, key) && !named.includes(issue));
    return lost.length === 0 ? named : [...named, ...lost];
  };
}

/** Returns what the tool does with `key`. A key without issues is read as written. */
export function fateOf(
  { document, load }: Snapshot,
  key: string,
  issues: readonly Issue[] = issuesOn(load, key),
): FieldFate {
  if (!load.loads) return 'unread';
  if (issues.length === 0) return 'taken';
  if (issues.some(issue => issue.effect === 'unrestricted' && issue.field === key)) return 'unrestricted';
  if (issues.some(issue => losesKey(issue, key)) || !takes(load, key)) return 'ignored';
  const effects = new Set(issues.map(issue => issue.effect));
  if (effects.has('leaked')) return 'leaked';
  if (effects.has('changed')) return 'changed';
  if (!effects.has('ignored')) return 'taken';
  const entry = document.entry(key);
  const isLostInValue = issues.every(({ range }) => entry && overlaps(entry.range, range));
  const taken = load[key as keyof LoadResult] ?? load.fields[key];
  return isLostInValue && taken === entry!.value ? 'doubtful' : 'changed';
}

function losesKey(issue: Issue, key: string): boolean {
  return issue.code === 'frontMatter.closedEarly' && issue.data?.lost.includes(key) === true;
}

function takes(load: LoadResult, key: string): boolean {
  return Object.hasOwn(load.fields, key) || load[key as keyof LoadResult] != null;
}
