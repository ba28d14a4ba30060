import type { Entry } from '../../document/yamlTree.ts';
import { withArticle } from '../../wordList.ts';
import type { IssueCollector } from '../issue.ts';
import type { IssueCode } from '../issueCodes.ts';
import { nearestKey } from '../nearestKey.ts';
import { problems } from '../problems.ts';
import type { DocumentedDialectFacts, KeyFact } from './format.ts';

/** Keys by which products limit an agent, by the kind of limit. */
const limitsElsewhere: Readonly<Record<'allow' | 'deny' | 'mode', RegExp>> = {
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
export function reportKeys(
  entries: readonly Entry[],
  data: Readonly<Record<string, unknown>>,
  facts: DocumentedDialectFacts,
  issues: IssueCollector,
): void {
  if (facts.frontMatter === 'none') return;
  const known = facts.fields().fields.map(({ name }) => name);
  for (const entry of entries.slice(0, mostIssues)) {
    if (facts.unknownKeys && !Object.hasOwn(data, entry.key)) continue;
    const fact = factOf(entry.key, data, facts);
    if (fact && (!fact.holds || fact.holds(entry.value))) reportKey(entry, fact, facts, issues);
    else if (!known.includes(entry.key) && (facts.unknownKeys || !reportLimit(entry, facts, issues)))
      reportUnknown(entry, facts, known, issues);
  }
}

function factOf(
  key: string,
  data: Readonly<Record<string, unknown>>,
  { keys = {}, keyFact }: DocumentedDialectFacts,
): KeyFact | undefined {
  return Object.hasOwn(keys, key) ? keys[key] : keyFact?.(key, data);
}

function reportKey(
  { key, keyRange }: Entry,
  fact: KeyFact,
  facts: DocumentedDialectFacts,
  issues: IssueCollector,
): void {
  const { code = 'key.unknown', effect = 'noted', consequence, suggestion } = fact;
  const advice = fact.advice ?? (suggestion && `Use \`${suggestion}\``);
  const evidence = fact.evidence ?? doubtOf(facts);
  const problem = fact.problem ?? problemOf(code, key);
  const details = { field: key, evidence, data: { suggestion: suggestion || undefined } };
  issues.add(code, effect, keyRange, { problem, consequence, advice }, details);
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

/** Reports a key by which another product limits an agent, and returns whether it is one. */
function reportLimit(
  { key, keyRange, value }: Entry,
  facts: DocumentedDialectFacts,
  issues: IssueCollector,
): boolean {
  const kind = (['allow', 'deny', 'mode'] as const).find(each => limitsElsewhere[each].test(key));
  if (!kind || limitsNothing.includes(value) || facts.what !== 'agent') return false;
  const { limits = {} } = facts;
  const own = limits[kind];
  // Modes differ between products; lists of tools can be moved to another key.
  const suggestion = kind === 'mode' && own?.toLowerCase() !== key.toLowerCase() ? undefined : own;
  const advice = own
    ? `Use \`${own}\``
    : kind === 'deny' && limits.allow
      ? `List what the agent may use under \`${limits.allow}\``
      : 'Do not rely on this limit';
  const text = { problem: problemOf('key.limit', key), consequence: hasNoKey(facts), advice };
  const details = { field: key, evidence: doubtOf(facts), data: { suggestion } };
  issues.add('key.limit', 'ignored', keyRange, text, details);
  return true;
}

function reportUnknown(
  { key, keyRange }: Entry,
  facts: DocumentedDialectFacts,
  known: readonly string[],
  issues: IssueCollector,
): void {
  const suggestion = nearestKey(key, known);
  const advice = suggestion && `Did you mean \`${suggestion}\`?`;
  const text = { problem: problemOf('key.unknown', key), consequence: hasNoKey(facts), advice };
  const several = hasNoKey(facts, true);
  const details = { field: key, several, evidence: doubtOf(facts), data: { suggestion } };
  issues.add('key.unknown', facts.unknownKeys === 'rejected' ? 'rejected' : 'noted', keyRange, text, details);
}

/** Says what the tool does with a key that it does not have, or that it has none, as firmly as the source allows. */
function hasNoKey({ tool, what, source, unknownKeys }: DocumentedDialectFacts, areSeveral = false): string {
  if (unknownKeys === 'ignored') return `${tool} ignores ${areSeveral ? 'them' : 'it'}`;
  if (unknownKeys) return `${tool} does not load the file`;
  return source.evidence === 'secondHand'
    ? `${tool} ${isOrAre(tool)} not known to have such ${areSeveral ? 'keys' : 'a key'} for ${withArticle(what)}`
    : `${tool} documents no such ${areSeveral ? 'keys' : 'key'} for ${withArticle(what)}`;
}

/** The verb for a tool, or for several whose names are joined with "and". */
export function isOrAre(tool: string): 'is' | 'are' {
  return / and /.test(tool) ? 'are' : 'is';
}

function doubtOf({ source }: DocumentedDialectFacts): 'secondHand' | undefined {
  return source.evidence === 'secondHand' ? 'secondHand' : undefined;
}
