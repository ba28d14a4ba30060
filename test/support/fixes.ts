import assert from 'node:assert/strict';
import type { AgentDiagnostic } from '../../server/src/language/features/agentDiagnostic.ts';
import { applyFix } from '../../server/src/language/features/codeActions.ts';
import { diagnose, fixesOf } from '../../server/src/language/features/diagnostics.ts';
import { membersOf } from '../../server/src/language/features/groupAlike.ts';
import type { Issue } from '../../server/src/language/loading/issue.ts';
import { messageOf } from '../../server/src/language/loading/issue.ts';
import type { IssueCode } from '../../server/src/language/loading/issueCodes.ts';
import type { LoadResult } from '../../server/src/language/loading/loader.ts';
import type { Fix } from '../../server/src/language/rules/rule.ts';
import { type Snapshot, withText } from '../../server/src/language/snapshot.ts';

/** How many fixes were proved, by rule. */
export type Tally = Map<string, number>;

/**
 * Proves every quick fix of a file:
 *
 * - it changes text, in spans of the file that do not overlap;
 * - it removes the diagnostic and adds none of its rule, except for the next YAML error;
 * - the tool does not reject the file unless it did before, and a safe fix does not change how the tool reads the other
 *   fields.
 */
export function proveFixes(snapshot: Snapshot, tally: Tally): void {
  const before = diagnose(snapshot);
  for (const diagnostic of before) {
    for (const fix of fixesOf(diagnostic)) {
      // Tested with the configuration file that it changes.
      if (fix.declares) continue;
      proveFix(snapshot, before, diagnostic, fix);
      tally.set(diagnostic.rule.id, (tally.get(diagnostic.rule.id) ?? 0) + 1);
    }
  }
}

function proveFix(
  snapshot: Snapshot,
  before: readonly AgentDiagnostic[],
  diagnostic: AgentDiagnostic,
  fix: Fix,
): void {
  const { text } = snapshot.document;
  const after = applyFix(text, fix);
  const context = `${diagnostic.rule.id}: ${fix.title}\n--- before\n${text.slice(0, 1500)}\n--- after\n${after.slice(0, 1500)}\n---`;
  const spans = [...fix.changes].sort((a, b) => a.range.start - b.range.start);
  for (const [index, { range }] of spans.entries()) {
    assert.ok(0 <= range.start && range.start <= range.end && range.end <= text.length, context);
    assert.ok(index === 0 || spans[index - 1]!.range.end <= range.start, context);
  }
  assert.notEqual(after, text, context);

  const fixed = withText(snapshot, after);
  const count = (diagnostics: readonly AgentDiagnostic[]): number =>
    diagnostics.filter(({ rule }) => rule === diagnostic.rule).flatMap(membersOf).length;
  const now = diagnose(fixed);
  assert.ok(
    count(now) < count(before) || isNextError(diagnostic, now, text.length - after.length),
    `${context}\nstill there: ${now.map(({ rule, message }) => `${rule.id}: ${message}`).join('\n')}`,
  );
  const { load } = fixed;
  assert.ok(
    load.loads || !snapshot.load.loads || isSwitchedOff(load),
    `${context}\nno longer loads: ${load.issues.map(issue => messageOf(issue)).join('\n')}`,
  );
  if (!fix.safe || !snapshot.load.loads) return;

  const lost = snapshot.load.issues.some(({ code }) => unseen.has(code));
  const touched = touchedKeys(snapshot, fix);
  const undone = undoneRepairing(snapshot.load, load, touched);
  const about = new Set([...touched, ...undone]);
  for (const [key, value] of Object.entries(snapshot.load.fields)) {
    if (!about.has(key) && !lost) assert.deepEqual(load.fields[key], value, `${context}\n${key} changed`);
  }
  if (keepsValues.has(diagnostic.rule.id))
    assert.deepEqual(without(load.fields, undone), without(snapshot.load.fields, undone), context);
}

/**
 * True when a YAML error is gone and another one follows it, because tools report only the first. `shorter` is the
 * number of characters that the text has lost.
 */
function isNextError(
  { rule, range }: AgentDiagnostic,
  now: readonly AgentDiagnostic[],
  shorter: number,
): boolean {
  const left = now.filter(diagnostic => diagnostic.rule === rule);
  const isYaml = left.every(({ finding }) => /^yaml\.|^frontMatter\.lost$/.test(finding.issue?.code ?? ''));
  return isYaml && left.every(diagnostic => diagnostic.range.start + shorter > range.start);
}

/** True when the author switches off the file, for example by `disable: true`. */
function isSwitchedOff({ loads, ignored, issues }: LoadResult): boolean {
  return !loads && !ignored && issues.every(({ effect }) => effect !== 'crashes' && effect !== 'rejected');
}

/** Causes by which the tool does not see all of the front matter: fields are absent, or part of the prompt. */
const unseen: ReadonlySet<IssueCode> = new Set([
  'frontMatter.closedEarly',
  'frontMatter.late',
  'frontMatter.lost',
  'frontMatter.unclosed',
  'yaml.invalid',
]);

/**
 * Returns the fields that the tool's YAML repair changed, and that are as written when no repair is needed: a comment
 * that was part of a value is a comment again, and a list that was a string is a list again.
 */
function undoneRepairing(before: LoadResult, after: LoadResult, touched: readonly string[]): Set<string> {
  const garbled = before.issues.filter(
    ({ code, field }) =>
      code === 'yaml.commentKept' || (code === 'yaml.repaired' && !touched.includes(field ?? '')),
  );
  const isLeft = ({ code, field }: Issue) =>
    after.issues.some(issue => issue.code === code && issue.field === field);
  return new Set(
    garbled.flatMap(issue => (issue.field !== undefined && !isLeft(issue) ? [issue.field] : [])),
  );
}

function without(fields: LoadResult['fields'], keys: ReadonlySet<string>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => !keys.has(key)));
}

/** Rules whose fixes only change the notation: every value that the tool reads must stay the same. */
const keepsValues = new Set(['useQuotedValue', 'noDuplicateKey']);

function touchedKeys({ document }: Snapshot, fix: Fix): string[] {
  return document.yaml.entries
    .filter(({ lines }) =>
      fix.changes.some(({ range }) => range.start < lines.end && lines.start <= range.end),
    )
    .map(({ key }) => key);
}
