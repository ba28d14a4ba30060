import type { Entry } from '../../document/yamlTree.ts';
import { withArticle } from '../../withArticle.ts';
import type { Issue } from '../issue.ts';
import type { IssueCode } from '../issueCodes.ts';
import { nearestKey } from '../nearestKey.ts';
import { problems } from '../problems.ts';
import type { DocumentedDialectFacts, LimitKeys } from './format.ts';

/** Keys by which products limit an agent, by the kind of limit. */
const limitsElsewhere: Readonly<Record<keyof LimitKeys, RegExp>> = {
  allow: /^(?:tools?|allowed[-_]?tools)$/i,
  deny: /^(?:disallowed[-_]?tools|excluded?[-_]?tools|disabled[-_]?tools|deny[-_]?tools)$/i,
  mode: /^(?:permission[-_]?mode|permissions?|approval[-_]?mode|approval[-_]?policy|sandbox[-_]?mode|read[-_]?only)$/i,
};

/** Values that do not limit an agent. */
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

/** No author writes more keys than this in one file. */
const mostIssues = 200;

/** Reports the keys that the tool does not document. */
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
    const { code = 'key.unknown', effect = 'noted', consequence, suggestion, evidence } = fact;
    const advice = fact.advice ?? (suggestion && `Use \`${suggestion}\``);
    const doubt = evidence ?? doubtOf(facts);
    return {
      code,
      effect,
      problem: fact.problem ?? problemOf(code, key),
      ...(consequence && { consequence }),
      ...(advice && { advice }),
      ...(suggestion && { data: { suggestion } }),
      ...(doubt && { evidence: doubt }),
    };
  }
  return known.includes(key) ? undefined : (limitIssue(key, value, facts) ?? unknownIssue(key, facts, known));
}

function problemOf(code: IssueCode, key: string): string {
  switch (code) {
    case 'key.limit':
      return problems.noLimit(key);
    case 'key.deprecated':
      return problems.deprecatedKey(key);
    case 'key.ignored':
      return problems.ignoredKey(key);
    case 'tools.ineffective':
      return `\`${key}\` has no effect`;
    default:
      return problems.unknownKey(key);
  }
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
  // Modes differ between products; lists of tools can be moved to another key.
  const suggestion = kind === 'mode' && own?.toLowerCase() !== key.toLowerCase() ? undefined : own;
  const advice = own
    ? `Use \`${own}\``
    : kind === 'deny' && limits.allow
      ? `List what the agent may use under \`${limits.allow}\``
      : 'Do not rely on this limit';
  return {
    code: 'key.limit',
    effect: 'ignored',
    problem: problemOf('key.limit', key),
    consequence: hasNoKey(facts),
    advice,
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
    problem: problemOf('key.unknown', key),
    consequence: hasNoKey(facts),
    ...(suggestion && { advice: `Did you mean \`${suggestion}\`?` }),
    ...(suggestion && { data: { suggestion } }),
    ...evidenceOf(facts),
  };
}

/** Says that the tool has no such key, as firmly as the source allows. */
function hasNoKey({ tool, what, source }: DocumentedDialectFacts): string {
  return source.evidence === 'secondHand'
    ? `${tool} ${isOrAre(tool)} not known to have such a key for ${withArticle(what)}`
    : `${tool} documents no such key for ${withArticle(what)}`;
}

/** The verb for a tool, or for several whose names are joined with "and". */
export function isOrAre(tool: string): 'is' | 'are' {
  return / and /.test(tool) ? 'are' : 'is';
}

function doubtOf({ source }: DocumentedDialectFacts): 'secondHand' | undefined {
  return source.evidence === 'secondHand' ? 'secondHand' : undefined;
}

function evidenceOf(facts: DocumentedDialectFacts): { evidence?: 'secondHand' } {
  const evidence = doubtOf(facts);
  return evidence ? { evidence } : {};
}
