import type { OffsetRange } from '../document/offsets.ts';
import { type Issue, messageOf } from '../loading/issue.ts';
import { rules } from '../rules/index.ts';
import type { Finding, Fix, Rule } from '../rules/rule.ts';
import type { Severity } from '../severity.ts';
import type { Snapshot } from '../snapshot.ts';
import type { AgentDiagnostic } from './agentDiagnostic.ts';
import { groupAlike } from './groupAlike.ts';
import { newSearch, proved, type Search } from './provedFixes.ts';
import { suppressionsOf } from './suppressions.ts';

/** The configured severities of rules, by id; `off` turns a rule off. */
export type RuleSettings = Readonly<Record<string, Severity | 'off'>>;

/** Runs a part of the work, whose name (a rule's id) says what for. The shells can measure it. */
export type Timer = <Result>(name: string, run: () => Result) => Result;

/**
 * The diagnostics of all rules for a file, in text order.
 * Empty when the file is clearly not an agent. Settings change severities; comments in the file suppress lines.
 */
export function diagnose(snapshot: Snapshot, settings: RuleSettings = {}, time?: Timer): AgentDiagnostic[] {
  const found = findingsOf([...rulesOfText, ...rulesForIssues(snapshot)], snapshot, settings, time);
  return mergeAlike(found, snapshot);
}

/** The diagnostics of the loader's issues, without those of the text as such, and each on its own. */
export function diagnoseIssues(snapshot: Snapshot, settings: RuleSettings = {}): AgentDiagnostic[] {
  return findingsOf(rulesForIssues(snapshot), snapshot, settings);
}

function findingsOf(
  among: Iterable<Rule>,
  snapshot: Snapshot,
  settings: RuleSettings,
  time?: Timer,
): AgentDiagnostic[] {
  if (snapshot.load.ignored) return [];
  const found: AgentDiagnostic[] = [];
  for (const rule of among) {
    const set = settings[rule.id];
    if (set === 'off') continue;
    const findings = time ? time(rule.id, () => [...rule.check(snapshot)]) : rule.check(snapshot);
    for (const finding of findings) {
      const own = finding.severity ?? (rule.severity === 'byEffect' ? 'warning' : rule.severity);
      const severity = set ?? (isOnlyHere(rule, finding, snapshot) && own === 'error' ? 'warning' : own);
      const { range } = finding;
      found.push({
        rule,
        severity,
        message: messageOf(finding),
        range,
        finding: withProof(finding, snapshot),
      });
    }
  }
  const silenced = found.length > 0 ? suppressionsOf(snapshot.document) : undefined;
  return inTextOrder(found.filter(diagnostic => !silenced?.(diagnostic.rule.id, diagnostic.range)));
}

/** Merges diagnostics of one cause, with those of their common fixes that can be offered. */
export function mergeAlike<Diagnostic extends AgentDiagnostic>(
  diagnostics: readonly Diagnostic[],
  snapshot: Snapshot,
): Diagnostic[] {
  return groupAlike(diagnostics, snapshot, ({ issue: _, ...finding }, fixes) =>
    proved(finding, fixes, snapshot, fixesFor, newSearch()),
  );
}

/** The finding with those of its fixes that can be offered. */
function withProof(finding: Finding, snapshot: Snapshot, search = newSearch): Finding {
  const { fixes } = finding;
  if (!fixes) return finding;
  return {
    ...finding,
    fixes: () => proved(finding, fixes(), snapshot, fixesFor, search()),
    safeFix: () => {
      const all = fixes();
      if (!all.some(({ safe }) => safe)) return undefined;
      const [first] = proved(finding, all, snapshot, fixesFor, search(), 'first');
      return first?.safe ? first : undefined;
    },
  };
}

/** The fixes of one issue, for the proof of a fix that leads to it. */
function fixesFor(issue: Issue, snapshot: Snapshot, search: Search): readonly Fix[] {
  for (const finding of ruleOfCode.get(issue.code)?.check(snapshot) ?? []) {
    if (finding.issue === issue) return withProof(finding, snapshot, () => search).fixes?.() ?? [];
  }
  return [];
}

/** Whether a finding depends on the place of a file that is meant to be copied elsewhere. */
function isOnlyHere({ isAboutPlace }: Rule, { issue }: Finding, snapshot: Snapshot): boolean {
  if (!snapshot.isCollected) return false;
  // Without the key, the name is that of the file.
  return isAboutPlace === true || (issue?.code === 'name.invalid' && !snapshot.document.entry('name'));
}

/** Diagnostics in the order of the text; those of one place by their rules' ids. */
export function inTextOrder<Diagnostic extends AgentDiagnostic>(
  diagnostics: readonly Diagnostic[],
): Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) => a.range.start - b.range.start || a.range.end - b.range.end || compare(a.rule.id, b.rule.id),
  );
}

const rulesOfText = rules.filter(rule => !rule.codes);
const ruleOfCode = new Map(rules.flatMap(rule => rule.codes?.map(code => [code, rule] as const) ?? []));

/** The rules whose causes the loader names. */
function rulesForIssues({ load }: Snapshot): ReadonlySet<Rule> {
  return new Set(load.issues.flatMap(({ code }) => ruleOfCode.get(code) ?? []));
}

/**
 * The fixes of a diagnostic; empty when its rule has none. Of a diagnostic with several places: those of the places in
 * the range `at`, else of any, and those of all together.
 */
export function fixesOf(diagnostic: AgentDiagnostic, at?: OffsetRange): readonly Fix[] {
  return diagnostic.finding.fixes?.(at) ?? [];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
