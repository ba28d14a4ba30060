import type { Dialect } from '../dialect/dialect.ts';
import type { Effect, Issue } from '../loading/issue.ts';
import type { Snapshot } from '../snapshot.ts';
import { type FieldFate, fateOf } from './fieldFate.ts';

/**
 * What the tool makes of a file, in one word:
 *
 * - `loads`: as it is written.
 * - `altered`: with changes.
 * - `widened`: a limit that the author wrote does not hold.
 * - `fails`: it is loaded without complaint, but fails when it is used.
 * - `refused`: not loaded.
 * - `notMeant`: it is plainly no such file, and nothing is wrong with that.
 * - `empty`: there is nothing in it yet.
 */
export type Outcome = 'loads' | 'changed' | 'unrestricted' | 'fails' | 'rejected' | 'notMeant' | 'empty';

/** The verdict as a reader meets it. Lines are zero-based. */
export interface Verdict {
  readonly outcome: Outcome;
  /** "Claude Code", the tool whose verdict it is. */
  readonly tool: string;
  /** What the file is to define. */
  readonly what: NonNullable<Dialect['defines']> | 'file';
  /** The name that it is loaded by; `undefined` when it does not load or has none. */
  readonly name: string | undefined;
  /** What the outcome rests on, and where, in the order of the text; empty when it loads as it is written. */
  readonly reasons: readonly { readonly issue: Issue; readonly line: number }[];
  /** Keys that have no effect, in the order of the text. */
  readonly ignoredKeys: readonly string[];
  /** Keys whose values the tool takes, and that do not do what they are meant to. */
  readonly doubtfulKeys: readonly string[];
  /** Keys of which the tool takes another value than is written. */
  readonly alteredKeys: readonly string[];
}

/** The effects that lead to an outcome; the outcomes in the order of their weight. */
const causes = {
  rejected: ['crashes', 'rejected'],
  fails: ['fails'],
  unrestricted: ['unrestricted'],
  changed: ['ignored', 'changed', 'leaked'],
} as const satisfies Partial<Record<Outcome, readonly Effect[]>>;

/** Sums up what the loader says about a file. */
export function verdictOf(snapshot: Snapshot): Verdict {
  const { document, load, loader, dialect } = snapshot;
  const outcome = outcomeOf(document.text, load);
  const weighty: readonly Effect[] = outcome in causes ? causes[outcome as keyof typeof causes] : [];
  const keys = [...new Set(load.issues.flatMap(issue => issue.field ?? []))];
  const having = (...fates: FieldFate[]) => keys.filter(key => fates.includes(fateOf(snapshot, key)));
  return {
    outcome,
    tool: loader.tool,
    what: dialect.defines ?? 'file',
    name: load.loads ? (load.name ?? undefined) : undefined,
    reasons: load.issues
      .filter(issue => weighty.includes(issue.effect))
      .map(issue => ({ issue, line: document.positionAt(issue.range.start).line })),
    ignoredKeys: having('ignored'),
    doubtfulKeys: having('doubtful'),
    alteredKeys: having('changed', 'leaked', 'unrestricted'),
  };
}

function outcomeOf(text: string, load: Snapshot['load']): Outcome {
  if (!/[^\s\uFEFF]/.test(text)) return 'empty';
  if (load.ignored) return 'notMeant';
  if (!load.loads) return 'rejected';
  const effects = new Set<Effect>(load.issues.map(issue => issue.effect));
  const heaviest = Object.entries(causes).find(([, weighty]) => weighty.some(effect => effects.has(effect)));
  return heaviest ? (heaviest[0] as Outcome) : 'loads';
}
