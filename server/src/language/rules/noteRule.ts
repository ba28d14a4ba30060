import type { Source } from '../dialect/dialect.ts';
import type { Effect, LoadNote } from '../loading/loader.ts';
import type { NoteCode } from '../loading/noteCodes.ts';
import { changesNothing, staysUsable } from './edits/outcome.ts';
import { severityOfEffect } from './effectSeverity.ts';
import type { Fix, Rule, RuleContext, RuleExample, Severity } from './rule.ts';

interface NoteRule {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly sources: readonly Source[];
  readonly notes: readonly NoteCode[];
  readonly examples: { readonly invalid: readonly RuleExample[]; readonly valid: readonly RuleExample[] };
  /** Where this cause weighs otherwise than its effect alone would. */
  readonly severities?: Partial<Record<Effect, Severity>>;
  /** The ways to mend what the note is about. One that the tool would refuse the file for is not offered. */
  readonly fixes?: (note: LoadNote, context: RuleContext) => readonly (Fix | undefined)[];
  /** True for a note whose text has no effect, and is to be shown faded. */
  readonly unnecessary?: (note: LoadNote) => boolean;
}

/** A rule that speaks for its loader: each note of the given causes becomes a finding with the note's message. */
export function noteRule({ severities, fixes, unnecessary, ...rule }: NoteRule): Rule {
  return {
    ...rule,
    severity: 'byEffect',
    *check(context) {
      for (const note of context.load.notes) {
        if (!rule.notes.includes(note.code)) continue;
        yield {
          range: note.range,
          message: note.message,
          note,
          severity: supportedBy(note, severities?.[note.effect] ?? severityOfEffect[note.effect]),
          ...(fixes && { fixes: () => offered(fixes(note, context), context) }),
          ...(unnecessary?.(note) && { unnecessary: true }),
        };
      }
    },
  };
}

/** A fix that changes nothing, or for which the tool would refuse a file that it can use, is none. */
function offered(fixes: readonly (Fix | undefined)[], context: RuleContext): Fix[] {
  const { text } = context.document;
  return fixes
    .filter(fix => fix !== undefined)
    .filter(({ changes }) => !changesNothing(text, changes) && staysUsable(changes, context));
}

/** How severe a finding can be on the evidence that its note has. */
function supportedBy({ evidence }: LoadNote, severity: Severity): Severity {
  if (evidence !== 'secondHand') return severity;
  return severity === 'error' || severity === 'warning' ? 'warning' : 'hint';
}

/** What a loader put into a note for the fix, when it is a text. */
export function textIn(note: LoadNote, key: string): string | undefined {
  const value = note.data?.[key];
  return typeof value === 'string' ? value : undefined;
}
