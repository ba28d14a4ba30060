import type { Source } from '../dialect/dialect.ts';
import { type Effect, hasCode, type Issue } from '../loading/issue.ts';
import type { IssueCode } from '../loading/issueCodes.ts';
import type { Severity } from '../severity.ts';
import type { Fix, Grouping, Rule, RuleContext, RuleExample } from './rule.ts';

interface IssueRule<Code extends IssueCode> {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly sources: readonly Source[];
  readonly codes: readonly Code[];
  readonly isAboutPlace?: boolean;
  readonly examples: { readonly invalid: readonly RuleExample[]; readonly valid: readonly RuleExample[] };
  /** Milder severities than those of the effects, for what is a matter of style or looks. An error stays one. */
  readonly severities?:
    | Partial<Record<Exclude<Effect, Grave>, Severity>>
    | ((issue: Issue) => Severity | undefined);
  /** The quick fixes of an issue. Those that do not lead to a file that the tool can use are dropped (`provedFixes`). */
  readonly fixes?: (issue: Issue<Code>, context: RuleContext) => readonly (Fix | undefined)[];
  /** How several issues of one cause become one finding. Its fixes are checked like those of one issue. */
  readonly grouping?: Omit<Grouping, 'fixes' | 'joins'> & {
    readonly joins?: (issue: Issue<Code>) => boolean;
    readonly fixes?: (issues: readonly Issue<Code>[], context: RuleContext) => readonly (Fix | undefined)[];
  };
  /** Text for an issue where the loader's lacks it. */
  readonly advice?: (issue: Issue<Code>) => string | undefined;
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
  grouping,
  advice: adviceFor,
  ...rule
}: IssueRule<Code>): Rule {
  return {
    ...rule,
    ...(grouping && {
      grouping: {
        ...grouping,
        joins: issue => hasCode(issue, rule.codes) && (grouping.joins?.(issue) ?? true),
        fixes: (issues, context) => {
          const own = issues.filter(issue => hasCode(issue, rule.codes));
          return (grouping.fixes?.(own, context) ?? []).filter(fix => fix !== undefined);
        },
      },
    }),
    severity: 'byEffect',
    *check(context) {
      for (const issue of context.load.issues) {
        if (!hasCode(issue, rule.codes)) continue;
        const advice = issue.advice ?? adviceFor?.(issue);
        const ofEffects: Partial<Record<Effect, Severity>> | undefined =
          typeof severities === 'function' ? undefined : severities;
        const severity = typeof severities === 'function' ? severities(issue) : ofEffects?.[issue.effect];
        yield {
          range: issue.range,
          problem: issue.problem,
          ...(issue.consequence !== undefined && { consequence: issue.consequence }),
          ...(advice !== undefined && { advice }),
          issue,
          severity: supportedBy(issue, severity ?? severityOfEffect[issue.effect]),
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
