import type { Dialect } from '../dialect/dialect.ts';
import type { Effect, Issue } from '../loading/issue.ts';
import type { Outcome } from '../overview/model.ts';
import { refusedStart } from '../references/refusedStart.ts';
import type { Snapshot } from '../snapshot.ts';
import { type FieldFate, fateOf, issuesByKey } from './fieldFate.ts';
import { fullNameOf } from './fullName.ts';
import { type HiddenBy, hiddenBy } from './hiddenBy.ts';

/** The outcomes of a file that is meant as one of its kind, the best first. */
export const outcomesByWeight: readonly Outcome[] = [
  'loads',
  'changed',
  'unrestricted',
  'hidden',
  'fails',
  'rejected',
];

/** The verdict for display. Lines are zero-based. */
export interface Verdict {
  readonly outcome: Outcome;
  /** "Claude Code", the tool whose verdict it is. */
  readonly tool: string;
  /** What the file defines. */
  readonly what: NonNullable<Dialect['defines']> | 'file';
  /** The name that it is loaded by; `undefined` when it does not load or has none. */
  readonly name: string | undefined;
  /** The reasons for the outcome, in text order; empty when the file loads as written. */
  readonly reasons: readonly { readonly issue: Issue; readonly line: number }[];
  /** Why the tool does not start the agent, if no issue says it. */
  readonly refusal?: string;
  /** The file that the tool uses in its place, or may. */
  readonly hiddenBy?: HiddenBy;
  /** Keys that have no effect, in the order of the text. */
  readonly ignoredKeys: readonly string[];
  /** Keys whose values the tool loads but that do not work. */
  readonly doubtfulKeys: readonly string[];
  /** Keys whose loaded value differs from the written one. */
  readonly alteredKeys: readonly string[];
}

/** The effects that lead to each outcome, most severe outcome first. */
const causes = {
  rejected: ['crashes', 'rejected'],
  fails: ['fails'],
  unrestricted: ['unrestricted'],
  changed: ['ignored', 'changed', 'leaked'],
} as const satisfies Partial<Record<Outcome, readonly Effect[]>>;

/** Summarizes the load result of a file. */
export function verdictOf(snapshot: Snapshot): Verdict {
  const { document, load, loader, dialect } = snapshot;
  const outcome = outcomeOf(snapshot);
  const refusal = outcome === 'fails' ? refusedStart(snapshot) : undefined;
  const hidden = outcome === 'hidden' ? hiddenBy(snapshot) : undefined;
  const own = { ...load, issues: ownIssues(snapshot) };
  const keys = [...new Set(own.issues.flatMap(issue => issue.field ?? []))];
  const issuesOf = issuesByKey(own);
  const fates = new Map(keys.map(key => [key, fateOf(snapshot, key, issuesOf(key))]));
  const having = (...among: FieldFate[]) => keys.filter(key => among.includes(fates.get(key)!));
  return {
    outcome,
    tool: loader.tool,
    ...(hidden && { hiddenBy: hidden }),
    ...(refusal !== undefined && { refusal }),
    what: dialect.defines ?? 'file',
    name: load.loads ? (fullNameOf(snapshot) ?? undefined) : undefined,
    reasons: reasonsFor(snapshot, outcome).map(issue => ({
      issue,
      line: document.positionAt(issue.range.start).line,
    })),
    ignoredKeys: having('ignored'),
    doubtfulKeys: having('doubtful'),
    alteredKeys: having('changed', 'leaked', 'unrestricted'),
  };
}

/** The issues that lead to an outcome, in text order. */
export function reasonsFor(snapshot: Pick<Snapshot, 'load' | 'loader'>, outcome: Outcome): readonly Issue[] {
  const weighty: readonly Effect[] = outcome in causes ? causes[outcome as keyof typeof causes] : [];
  return ownIssues(snapshot).filter(({ effect }) => weighty.includes(effect));
}

/** The outcome alone. */
export function outcomeOf(snapshot: Snapshot): Outcome {
  const { document, load } = snapshot;
  if (!/[^\s\uFEFF]/.test(document.text)) return 'empty';
  if (load.ignored) return 'notMeant';
  if (!load.loads) return 'rejected';
  const effects = new Set<Effect>(ownIssues(snapshot).map(issue => issue.effect));
  const heaviest = Object.entries(causes).find(([, weighty]) => weighty.some(effect => effects.has(effect)));
  if (refusedStart(snapshot) !== undefined) return 'fails';
  if (heaviest?.[0] !== 'fails' && hiddenBy(snapshot)) return 'hidden';
  return heaviest ? (heaviest[0] as Outcome) : 'loads';
}

/** The issues without those of other readers of the file. */
function ownIssues({ load, loader }: Pick<Snapshot, 'load' | 'loader'>): readonly Issue[] {
  return load.issues.filter(({ reader = loader.tool }) => reader === loader.tool);
}
