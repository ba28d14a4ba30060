import type { LoadNote } from '../loading/loader.ts';
import type { Severity } from '../rules/rule.ts';
import type { Outcome, Verdict } from './verdict.ts';

/** How something is shown: as right, or as severe as what is said of it. */
export type Tone = 'good' | 'information' | 'warning' | 'error';

/** What a tone needs of a diagnostic. */
export interface Said {
  readonly severity: Severity;
  readonly finding?: { readonly note?: LoadNote };
}

/**
 * The tone of the verdict on a file by its own tool: that of the gravest diagnostic that speaks of the verdict's
 * reasons. A verdict whose reasons nobody is told of, since they are switched off, is worth knowing and no more.
 */
export function toneOf({ outcome, reasons }: Verdict, said: readonly Said[]): Tone {
  if (outcome === 'loads') return 'good';
  return toneOfNotes(
    reasons.map(({ note }) => note),
    said,
  );
}

/** The tone of the gravest diagnostic that speaks of one of the notes. */
export function toneOfNotes(notes: readonly LoadNote[], said: readonly Said[]): Tone {
  const severities = new Set(
    said
      .filter(({ finding }) => finding?.note && notes.includes(finding.note))
      .map(({ severity }) => severity),
  );
  return (['error', 'warning'] as const).find(severity => severities.has(severity)) ?? 'information';
}

/** The tone of another tool's verdict. Nothing is said as an error of a tool that the file is not written for. */
export function toneElsewhere({ outcome }: Verdict): Tone {
  return tonesElsewhere[outcome];
}

const tonesElsewhere: Readonly<Record<Outcome, Tone>> = {
  loads: 'good',
  altered: 'information',
  widened: 'warning',
  fails: 'warning',
  refused: 'warning',
  notMeant: 'information',
  empty: 'information',
};
