import { overlaps } from '../document/offsets.ts';
import { applyChanges, changesNothing, difference } from '../rules/edits/outcome.ts';
import type { Fix, TextChange } from '../rules/rule.ts';
import { type Snapshot, withText } from '../snapshot.ts';
import { diagnose, fixesOf, type RuleSettings } from './diagnostics.ts';

/** A fix can reveal another problem; real files need two or three rounds. */
const mostRounds = 10;

/**
 * The changes of all safe fixes together; idempotent. If one round is enough, these are the changes of the fixes;
 * otherwise it is one change from the first different character to the last.
 */
export function fixAll(snapshot: Snapshot, settings: RuleSettings = {}): readonly TextChange[] {
  const first = safeChanges(snapshot, settings);
  if (first.length === 0) return [];
  const { text } = snapshot.document;
  let current = applyChanges(text, first);
  for (let round = 1; round < mostRounds; round++) {
    const changes = safeChanges(withText(snapshot, current), settings);
    if (changes.length === 0) return round === 1 ? first : [difference(text, current)];
    current = applyChanges(current, changes);
  }
  return [difference(text, current)];
}

/** The first safe fix of each diagnostic, without overlaps. */
function safeChanges(snapshot: Snapshot, settings: RuleSettings): TextChange[] {
  const taken: TextChange[] = [];
  for (const diagnostic of diagnose(snapshot, settings)) {
    const fix: Fix | undefined = fixesOf(diagnostic)[0];
    if (!fix?.safe || changesNothing(snapshot.document.text, fix.changes)) continue;
    const collides = fix.changes.some(change => taken.some(other => overlaps(change.range, other.range)));
    if (!collides) taken.push(...fix.changes);
  }
  return taken;
}
