import type { Source } from '../dialect/dialect.ts';
import { type Effect, hasCode, type Issue } from '../loading/issue.ts';
import type { IssueCode } from '../loading/issueCodes.ts';
import type { Severity } from '../severity.ts';
import type { Fix, Rule, RuleContext, RuleExample } from './rule.ts';

interface IssueRule<Code extends IssueCode> {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly sources: readonly Source[];
  readonly codes: readonly Code[];
  readonly isAboutPlace?: boolean;
  readonly examples: { readonly invalid: readonly RuleExample[]; readonly valid: readonly RuleExample[] };
  /** Milder severities than those of the effects, for what is a matter of style or looks. An error stays one. */
  readonly severities?: Partial<Record<Exclude<Effect, Grave>, Severity>>;
  /** The quick fixes of an issue. Those that do not lead to a file that the tool can use are dropped (`provedFixes`). */
  readonly fixes?: (issue: Issue<Code>, context: RuleContext) => readonly (Fix | undefined)[];
  /** True for an issue whose text has no effect and is shown faded. */
  readonly unnecessary?: (issue: Issue<Code>) => boolean;
}

/** Effects that are errors for every tool and every rule. */
type Grave = 'crashes' | 'rejected' | 'fails' | 'unrestricted';

/** The severity of each effect. An error always means that the tool will not do what the file says. */
const severityOfEffect: Readonly<Record<Effect, Severity>> = {
  crashes: 'error',
  rejected: 'error',
  fails: 'error',
  unrestricted: 'error',
  ignored: 'warning',
  changed: 'warning',
  leaked: 'warning',
  noted: 'information',
};

/** Makes a rule that turns each issue of the given codes into a finding with the issue's text. */
export function issueRule<const Code extends IssueCode>({
  severities,
  fixes,
  unnecessary,
  ...rule
}: IssueRule<Code>): Rule {
  return {
    ...rule,
    severity: 'byEffect',
    *check(context) {
      for (const issue of context.load.issues) {
        if (!hasCode(issue, rule.codes)) continue;
        yield {
          range: issue.range,
          problem: issue.problem,
          ...(issue.consequence !== undefined && { consequence: issue.consequence }),
          ...(issue.advice !== undefined && { advice: issue.advice }),
          issue,
          severity: supportedBy(issue, { ...severityOfEffect, ...severities }[issue.effect]),
          ...(fixes && { fixes: () => fixes(issue, context).filter(fix => fix !== undefined) }),
          ...(unnecessary?.(issue) && { unnecessary: true }),
        };
      }
    },
  };
}

/** Limits the severity of a finding to what the evidence of its issue supports. */
function supportedBy({ evidence }: Issue, severity: Severity): Severity {
  if (evidence !== 'secondHand') return severity;
  return severity === 'error' || severity === 'warning' ? 'warning' : 'hint';
}
