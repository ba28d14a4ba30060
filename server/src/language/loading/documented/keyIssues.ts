import type { Entry } from '../../document/yamlTree.ts';
import { withArticle } from '../../withArticle.ts';
import type { Issue } from '../issue.ts';
import { nearestKey } from '../nearestKey.ts';
import type { DocumentedDialectFacts, LimitKeys } from './format.ts';
import { hasNo } from './wording.ts';

/** Keys by which products limit an agent, by the kind of limit. */
const limitsElsewhere: Readonly<Record<keyof LimitKeys, RegExp>> = {
  allow: /^(?:tools?|allowed[-_]?tools)$/i,
  deny: /^(?:disallowed[-_]?tools|excluded?[-_]?tools|disabled[-_]?tools|deny[-_]?tools)$/i,
  mode: /^(?:permission[-_]?mode|permissions?|approval[-_]?mode|approval[-_]?policy|sandbox[-_]?mode|read[-_]?only)$/i,
};

/** Values that take nothing from an agent. */
const limitsNothing: readonly unknown[] = [
  null,
  false,
  'default',
  'inherit',
  'acceptEdits',
  'bypassPermissions',
  'auto',
  'auto-edit',
  'yolo',
];

/** More keys than these in one file are no author's. */
const mostIssues = 200;

/** What is to be said of the keys that the tool does not document. */
export function keyIssues(entries: readonly Entry[], facts: DocumentedDialectFacts): Issue[] {
  if (facts.frontMatter === 'none') return [];
  const known = facts.fields().fields.map(({ name }) => name);
  return entries.slice(0, mostIssues).flatMap(entry => {
    const issue = keyIssue(entry, facts, known);
    return issue ? [{ range: entry.keyRange, field: entry.key, ...issue }] : [];
  });
}

function keyIssue(
  { key, value }: Entry,
  facts: DocumentedDialectFacts,
  known: readonly string[],
): Omit<Issue, 'range' | 'field'> | undefined {
  const fact = Object.hasOwn(facts.keys ?? {}, key) ? facts.keys?.[key] : undefined;
  if (fact && (!fact.holds || fact.holds(value))) {
    const { code = 'key.unknown', effect = 'noted', problem: message, suggestion, evidence } = fact;
    const doubt = evidence ?? doubtOf(facts);
    return {
      code,
      effect,
      problem: message,
      ...(suggestion && { data: { suggestion } }),
      ...(doubt && { evidence: doubt }),
    };
  }
  return known.includes(key) ? undefined : (limitIssue(key, value, facts) ?? unknownIssue(key, facts, known));
}

function limitIssue(
  key: string,
  value: unknown,
  facts: DocumentedDialectFacts,
): Omit<Issue, 'range' | 'field'> | undefined {
  const kind = (['allow', 'deny', 'mode'] as const).find(each => limitsElsewhere[each].test(key));
  if (!kind || limitsNothing.includes(value) || facts.what !== 'agent') return undefined;
  const { limits = {} } = facts;
  const own = limits[kind];
  // The modes of products differ, lists of tools can be taken over.
  const suggestion = kind === 'mode' && own?.toLowerCase() !== key.toLowerCase() ? undefined : own;
  const advice = own
    ? ` Its own key is \`${own}\`.`
    : kind === 'deny' && limits.allow
      ? ` What an agent may use is listed under \`${limits.allow}\`.`
      : '';
  return {
    code: 'key.limit',
    effect: 'ignored',
    problem: `${hasNo(facts, `key \`${key}\` for an agent`)}, so do not count on this limit.${advice}`,
    ...(suggestion && { data: { suggestion } }),
    ...evidenceOf(facts),
  };
}

function unknownIssue(
  key: string,
  facts: DocumentedDialectFacts,
  known: readonly string[],
): Omit<Issue, 'range' | 'field'> {
  const suggestion = nearestKey(key, known);
  return {
    code: 'key.unknown',
    effect: 'noted',
    problem: `${hasNo(facts, `key \`${key}\` for ${withArticle(facts.what)}`)}.${
      suggestion ? ` Did you mean \`${suggestion}\`?` : ''
    }`,
    ...(suggestion && { data: { suggestion } }),
    ...evidenceOf(facts),
  };
}

function doubtOf({ source }: DocumentedDialectFacts): 'secondHand' | undefined {
  return source.evidence === 'secondHand' ? 'secondHand' : undefined;
}

function evidenceOf(facts: DocumentedDialectFacts): { evidence?: 'secondHand' } {
  const evidence = doubtOf(facts);
  return evidence ? { evidence } : {};
}
