import { overlaps } from '../document/offsets.ts';
import { applyChanges, changesNothing, difference, isUsable } from '../rules/edits/outcome.ts';
import type { Fix, TextChange } from '../rules/rule.ts';
import { type Snapshot, withText } from '../snapshot.ts';
import { diagnose, type RuleSettings } from './diagnostics.ts';
import { membersOf } from './groupAlike.ts';
import { outcomesByWeight, verdictOf } from './verdict.ts';

/** A fix can reveal another problem; real files need two or three rounds. */
const mostRounds = 10;

/**
 * The changes of all safe fixes together; idempotent, and the tool does not load the file worse. If one round is enough,
 * these are the changes of the fixes; otherwise it is one change from the first different character to the last.
 */
export function fixAll(snapshot: Snapshot, settings: RuleSettings = {}): readonly TextChange[] {
  const { text } = snapshot.document;
  let current = snapshot;
  let first: readonly TextChange[] = [];
  let round = 0;
  for (; round < mostRounds; round++) {
    const { changes, after } = applicable(safeFixes(current, settings), current);
    if (changes.length === 0) break;
    if (round === 0) first = changes;
    current = after;
  }
  return round < 2 ? first : [difference(text, current.document.text)];
}

/** The first safe fix of each finding, without overlaps. */
function safeFixes(snapshot: Snapshot, settings: RuleSettings): Fix[] {
  const taken: Fix[] = [];
  /** In the order of the text. */
  const ranges: TextChange[] = [];
  for (const finding of diagnose(snapshot, settings).flatMap(membersOf)) {
    const fix = finding.safeFix?.();
    if (!fix || changesNothing(snapshot.document.text, fix.changes)) continue;
    if (fix.changes.some(change => !isFree(ranges, change))) continue;
    taken.push(fix);
    for (const change of fix.changes) ranges.splice(placeOf(ranges, change), 0, change);
  }
  return taken;
}

/** As many of the fixes, each good alone, as do not make the tool load the file worse together. */
function applicable(
  fixes: readonly Fix[],
  before: Snapshot,
): { readonly changes: readonly TextChange[]; readonly after: Snapshot } {
  for (let count = fixes.length; count > 0; count = Math.floor(count / 2)) {
    const changes = fixes.slice(0, count).flatMap(fix => fix.changes);
    const after = withText(before, applyChanges(before.document.text, changes));
    if (!isWorse(before, after)) return { changes, after };
  }
  return { changes: [], after: before };
}

/** True when the tool loads a file worse than another text of it: not any more, or with a graver outcome. */
export function loadsWorse(after: Snapshot, before: Snapshot): boolean {
  if (before.load.loads && !after.load.loads) return true;
  return isWorse(before, after) || weightOf(after) > weightOf(before);
}

function weightOf(snapshot: Snapshot): number {
  return outcomesByWeight.indexOf(verdictOf(snapshot).outcome);
}

/** True when the tool took the file, and no longer does, or takes it with a graver outcome. */
function isWorse(before: Snapshot, after: Snapshot): boolean {
  if (after.load.ignored && !before.load.ignored) return true;
  if (!isUsable(before.load)) return false;
  return weightOf(after) > weightOf(before);
}

/** The index of the first change that does not start before another. */
function placeOf(sorted: readonly TextChange[], { range }: TextChange): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.range.start < range.start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a change overlaps none of those that are sorted and do not overlap each other. */
function isFree(sorted: readonly TextChange[], change: TextChange): boolean {
  const at = placeOf(sorted, change);
  const near = [sorted[at - 1], sorted[at], sorted[at + 1]];
  return near.every(other => !other || !overlaps(change.range, other.range));
}
