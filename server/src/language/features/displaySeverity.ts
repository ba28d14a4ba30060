import type { Issue } from '../loading/issue.ts';
import type { Outcome } from '../overview/model.ts';
import type { Severity } from '../severity.ts';
import type { Verdict } from './verdict.ts';

/** The severity as displayed; `good` when there is no problem. */
export type DisplaySeverity = 'good' | 'information' | 'warning' | 'error';

/** The part of a diagnostic that a displayed severity depends on. */
export interface Said {
  readonly severity: Severity;
  readonly finding?: { readonly issue?: Issue; readonly members?: readonly { readonly issue?: Issue }[] };
}

/**
 * The displayed severity of the own tool's verdict: that of the most severe diagnostic about its reasons, or information
 * when the diagnostics of all reasons are turned off.
 */
export function displaySeverityOf(
  { outcome, reasons }: { readonly outcome: Outcome; readonly reasons: readonly { readonly issue: Issue }[] },
  said: readonly Said[],
): DisplaySeverity {
  if (outcome === 'loads') return 'good';
  if (outcome === 'hidden') return 'warning';
  // It does not start for a reason that lies in other files.
  if (outcome === 'fails' && reasons.length === 0) return 'error';
  return displaySeverityOfIssues(
    reasons.map(({ issue }) => issue),
    said,
  );
}

/** The severity of the most severe diagnostic about one of the issues. */
export function displaySeverityOfIssues(issues: readonly Issue[], said: readonly Said[]): DisplaySeverity {
  const severities = new Set(
    said
      .filter(({ finding }) =>
        (finding?.members ?? [finding]).some(member => member?.issue && issues.includes(member.issue)),
      )
      .map(({ severity }) => severity),
  );
  return (['error', 'warning'] as const).find(severity => severities.has(severity)) ?? 'information';
}

/** The displayed severity of another tool's verdict: never an error, since the file is not written for that tool. */
export function displaySeverityElsewhere({ outcome }: Verdict): DisplaySeverity {
  return displaySeveritiesElsewhere[outcome];
}

const displaySeveritiesElsewhere: Readonly<Record<Outcome, DisplaySeverity>> = {
  loads: 'good',
  changed: 'information',
  unrestricted: 'warning',
  hidden: 'warning',
  fails: 'warning',
  rejected: 'warning',
  notMeant: 'information',
  empty: 'information',
};
