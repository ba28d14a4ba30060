import type { Source } from '../dialect/dialect.ts';
import type { Effect, Issue } from '../loading/issue.ts';
import type { IssueCode } from '../loading/issueCodes.ts';
import { changesNothing, staysUsable } from './edits/outcome.ts';
import { severityOfEffect } from './effectSeverity.ts';
import type { Fix, Rule, RuleContext, RuleExample, Severity } from './rule.ts';

interface IssueRule {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly sources: readonly Source[];
  readonly issues: readonly IssueCode[];
  readonly examples: { readonly invalid: readonly RuleExample[]; readonly valid: readonly RuleExample[] };
  /** Where this cause weighs otherwise than its effect alone would. */
  readonly severities?: Partial<Record<Effect, Severity>>;
  /** The ways to mend what the note is about. One that the tool would refuse the file for is not offered. */
  readonly fixes?: (issue: Issue, context: RuleContext) => readonly (Fix | undefined)[];
  /** True for a note whose text has no effect, and is to be shown faded. */
  readonly unnecessary?: (issue: Issue) => boolean;
}

/** A rule that speaks for its loader: each note of the given causes becomes a finding with the note's message. */
export function issueRule({ severities, fixes, unnecessary, ...rule }: IssueRule): Rule {
  return {
    ...rule,
    severity: 'byEffect',
    *check(context) {
      for (const issue of context.load.issues) {
        if (!rule.issues.includes(issue.code)) continue;
        yield {
          range: issue.range,
          problem: issue.problem,
          ...(issue.consequence !== undefined && { consequence: issue.consequence }),
          ...(issue.advice !== undefined && { advice: issue.advice }),
          issue,
          severity: supportedBy(issue, severities?.[issue.effect] ?? severityOfEffect[issue.effect]),
          ...(fixes && { fixes: () => offered(fixes(issue, context), context) }),
          ...(unnecessary?.(issue) && { unnecessary: true }),
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
function supportedBy({ evidence }: Issue, severity: Severity): Severity {
  if (evidence !== 'secondHand') return severity;
  return severity === 'error' || severity === 'warning' ? 'warning' : 'hint';
}

/** What a loader put into a note for the fix, when it is a text. */
export function textIn(issue: Issue, key: string): string | undefined {
  const value = issue.data?.[key];
  return typeof value === 'string' ? value : undefined;
}
