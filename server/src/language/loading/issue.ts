import type { OffsetRange } from '../document/offsets.ts';
import type { IssueCode } from './issueCodes.ts';
import type { IssueData } from './issueData.ts';

/**
 * How badly the tool's reading departs from what the file says. It decides the severity of the diagnostic:
 *
 * - `crashes`: the tool does not start, or loses every agent, because of this file (error)
 * - `rejected`: the file is not loaded (error)
 * - `fails`: it loads, and then cannot be used: it fails whenever it runs, or another agent takes its place (error)
 * - `unrestricted`: it loads, and a limit that the author wrote does not hold (error)
 * - `ignored`: it loads, and something written has no effect (warning)
 * - `changed`: it loads, with a value that differs from the text (warning)
 * - `leaked`: it loads, and sends something to the model provider that was not meant for it (warning)
 * - `noted`: nothing is lost; worth knowing (information or hint, as the rule decides)
 */
export type Effect =
  | 'crashes'
  | 'rejected'
  | 'fails'
  | 'unrestricted'
  | 'ignored'
  | 'changed'
  | 'leaked'
  | 'noted';

/** What is said of an issue. No part ends in a period; `messageOf` joins them. */
export interface IssueText {
  /** What is wrong here, cause first, without the tool's name, in at most 70 characters. The same for every tool. */
  readonly problem: string;
  /** What the tool does because of it; names the tool. */
  readonly consequence?: string;
  /** What to do, an imperative. */
  readonly advice?: string;
}

interface IssueParts extends IssueText {
  readonly effect: Effect;
  /** The text to underline in UTF-16 offsets, as narrow as possible. */
  readonly range: OffsetRange;
  /** The top-level key that it is about. */
  readonly field?: string;
  /** What of `field` it is about, as written: the name of a tool, a nested key, a value. */
  readonly subject?: string;
  /** The consequence for several names at once, where `consequence` speaks of one; absent where it fits both. */
  readonly several?: string;
  /** Set where others than the tool's makers say so: the finding is a warning at most, and else a hint. */
  readonly evidence?: 'secondHand';
  /** Another tool that reads the file, if it is about its reading alone: it has no part in the own tool's verdict. */
  readonly reader?: string;
}

/** One difference between what the file says and what the tool reads. The code decides what `data` goes with it. */
export type Issue<Code extends IssueCode = IssueCode> = Code extends IssueCode
  ? IssueParts & {
      /** The cause. Each code is turned into diagnostics by exactly one rule. */
      readonly code: Code;
      /** What a quick fix needs and only the loader knows. */
      readonly data?: IssueData<Code>;
    }
  : never;

/** True for an issue with one of these codes. */
export function hasCode<Code extends IssueCode>(issue: Issue, codes: readonly Code[]): issue is Issue<Code> {
  return codes.some(code => code === issue.code);
}

/** What to write instead, or which name took its place, where the loader of an issue knows. */
export function suggestionOf({ data }: Issue): string | undefined {
  if (data && 'suggestion' in data) return data.suggestion;
  return data && 'replacement' in data ? data.replacement : undefined;
}

/** The parts of an issue as one message: whole sentences, Markdown. */
export function messageOf({ problem, consequence, advice }: IssueText): string {
  return [problem, consequence, advice].filter(Boolean).map(asSentence).join(' ');
}

function asSentence(part: string | undefined): string {
  return /[.!?…]$/.test(part!) ? part! : `${part}.`;
}

/** What is wrong, before it is said what one tool does because of it. */
export interface Cause {
  readonly code: IssueCode;
  /** The text that causes it, as narrow as possible. */
  readonly range: OffsetRange;
  /** What is wrong, without a period. */
  readonly problem: string;
  /** What to do, an imperative. */
  readonly advice?: string;
}

type Optional<Type> = { readonly [Key in keyof Type]?: Type[Key] | undefined };

/** What is said of a new issue. Parts without content are left out. */
export type NewText = Pick<IssueText, 'problem'> & Optional<Omit<IssueText, 'problem'>>;

/** The further parts of a new issue. What is `undefined` is left out. */
export type IssueDetails<Code extends IssueCode = IssueCode> = Optional<
  Pick<IssueParts, 'field' | 'subject' | 'several' | 'evidence'>
> & {
  readonly data?: (Code extends IssueCode ? Optional<NonNullable<IssueData<Code>>> : never) | undefined;
};

/** Collects the issues of one file while a loader follows the steps of its tool. */
export class IssueCollector {
  readonly issues: Issue[] = [];

  /** Adds an issue in the order of the tool's steps. */
  add<Code extends IssueCode>(
    code: Code,
    effect: Effect,
    range: OffsetRange,
    { problem, consequence, advice }: NewText,
    { field, subject, several, evidence, data }: IssueDetails<Code> = {},
  ): void {
    const known = data && Object.entries(data).filter(([, value]) => value !== undefined);
    const issue = {
      code,
      effect,
      range,
      problem,
      ...(consequence && { consequence }),
      ...(advice && { advice }),
      ...(field !== undefined && { field }),
      ...(subject !== undefined && { subject }),
      ...(several !== undefined && { several }),
      ...(evidence && { evidence }),
      ...(known && known.length > 0 && { data: Object.fromEntries(known) }),
    };
    this.issues.push(issue as Issue);
  }

  /** Adds the issue of a cause; `consequence` says what the tool does because of it. */
  addCause<Code extends IssueCode>(
    cause: Cause & { readonly code: Code },
    effect: Effect,
    consequence: string,
    details?: IssueDetails<Code>,
  ): void {
    this.add(cause.code, effect, cause.range, { ...cause, consequence }, details);
  }

  /** Adds issues that were collected apart. */
  addAll(issues: readonly Issue[]): void {
    this.issues.push(...issues);
  }

  /** The issues in the order of the text. */
  inTextOrder(): Issue[] {
    return inTextOrder(this.issues);
  }
}

/** Issues in the order of the text. Loaders collect them in the order of their tool's steps. */
export function inTextOrder(issues: readonly Issue[]): Issue[] {
  return [...issues].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}
