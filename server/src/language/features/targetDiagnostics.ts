import type { AgentDocument } from '../document/agentDocument.ts';
import { type Effect, messageOf, suggestionOf } from '../loading/issue.ts';
import type { IssueCode } from '../loading/issueCodes.ts';
import type { Loader } from '../loading/loader.ts';
import type { Finding } from '../rules/rule.ts';
import type { Severity } from '../severity.ts';
import type { Snapshot } from '../snapshot.ts';
import { listed } from '../wordList.ts';
import {
  type AgentDiagnostic,
  diagnose,
  diagnoseIssues,
  inTextOrder,
  type RuleSettings,
} from './diagnostics.ts';
import type { TargetReading } from './targets.ts';

/** A diagnostic of a file that is checked for several tools. */
export interface TargetDiagnostic extends AgentDiagnostic {
  /**
   * The names of the other tools that it is about, the most severely affected first; absent when it is about the own
   * tool.
   */
  readonly targets?: readonly string[];
}

/** One finding of one tool. */
interface ToolFinding {
  readonly target: string;
  readonly loader: Loader;
  readonly effect: Effect;
  readonly diagnostic: AgentDiagnostic;
}

/** The order in which tools are named: the most severe effect first. */
const effects: readonly Effect[] = [
  'crashes',
  'rejected',
  'fails',
  'unrestricted',
  'ignored',
  'leaked',
  'changed',
  'noted',
];
const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** The verb for one tool and for several. */
const verbs: Readonly<Record<Effect, readonly [one: string, several: string]>> = {
  crashes: ['does not start with this file', 'do not start with this file'],
  rejected: ['does not load this file', 'do not load this file'],
  fails: ['loads this file, which then fails when used', 'load this file, which then fails when used'],
  unrestricted: ['does not keep a limit that is set here', 'do not keep a limit that is set here'],
  ignored: ['ignores it', 'ignore it'],
  leaked: ['sends it to the model provider', 'send it to the model provider'],
  changed: ['reads it as something else', 'read it as something else'],
  noted: ['does not document it', 'do not document it'],
};

/** The effects on the whole file, which are more severe than those on one value. */
const grave: ReadonlySet<Effect> = new Set(['crashes', 'rejected', 'fails', 'unrestricted']);

/**
 * All diagnostics of a file, in the order of its text: for its own tool, and for the others that it is checked for.
 *
 * A problem of another tool is never an error: a warning if that tool would reject the file or drop a limit, otherwise
 * information. Several tools with one cause in one place share a diagnostic, and so do several names in one list; both
 * are omitted beside a finding of the own tool that is as severe. They have no automatic fixes: a fix for one tool can
 * be an error for another.
 */
export function diagnoseForAll(
  snapshot: Snapshot,
  readings: readonly TargetReading[],
  settings: RuleSettings = {},
): TargetDiagnostic[] {
  const own = diagnose(snapshot, settings);
  if (readings.length === 0) return own;
  return inTextOrder([...own, ...diagnoseForTargets(readings, own, settings)]);
}

/** True when a finding of the same cause and place is at least as severe. */
function isCovered(other: AgentDiagnostic, own: AgentDiagnostic): boolean {
  return (
    other.severity !== 'warning' &&
    own.rule === other.rule &&
    own.range.start === other.range.start &&
    own.range.end === other.range.end &&
    severities.indexOf(own.severity) <= severities.indexOf(other.severity)
  );
}

function diagnoseForTargets(
  readings: readonly TargetReading[],
  own: readonly AgentDiagnostic[],
  settings: RuleSettings,
): TargetDiagnostic[] {
  const toolFindings = readings.flatMap(({ target, snapshot }) => {
    const { loader } = snapshot;
    const found = diagnoseIssues(snapshot, settings).flatMap((diagnostic): ToolFinding[] => {
      const { issue } = diagnostic.finding;
      if (!issue) return [];
      const severity = mildest(grave.has(issue.effect) ? 'warning' : 'information', diagnostic.severity);
      const capped = { ...diagnostic, severity };
      if (own.some(known => isCovered(capped, known))) return [];
      return [{ target, loader, effect: issue.effect, diagnostic: capped }];
    });
    return grouped(found, listOf).map(alike => ofSeveralNames(alike, snapshot.document));
  });
  return grouped(toolFindings, groupOf).map(together);
}

/** Groups items by key, in the order of the first item of each key. */
function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}

/** Causes about one name in a list or mapping, which apply alike to the others. */
const aboutNames: ReadonlySet<IssueCode> = new Set<IssueCode>([
  'tools.unknown',
  'tools.dead',
  'tools.unavailable',
  'tools.shadowed',
  'tools.specifier',
  'tools.mcpForm',
  'tools.alias',
  'hooks.event',
  'value.boolean',
]);

/** The same key for findings of one cause in one list; a unique key for any other finding. */
function listOf({ diagnostic: { rule, range, severity, finding } }: ToolFinding): string {
  const { code, effect, field, problem } = finding.issue!;
  const isName = field !== undefined && aboutNames.has(code);
  const place = isName ? field : `${range.start} ${range.end} ${problem}`;
  return [rule.id, code, effect, severity, place].join(' ');
}

/** A message lists this many names; the places of all of them go with it. */
const mostNames = 12;

/** Merges findings of one cause about several names at the first of them. The others are related places. */
function ofSeveralNames([first, ...others]: readonly ToolFinding[], document: AgentDocument): ToolFinding {
  if (others.length === 0) return first!;
  const { finding } = first!.diagnostic;
  const names = others.map(({ diagnostic }) => {
    const issue = diagnostic.finding.issue!;
    const { subject = withoutQuotes(document.slice(diagnostic.range)) } = issue;
    const better = suggestionOf(issue);
    return `\`${subject}\`${better === undefined ? '' : ` (\`${better}\`)`}`;
  });
  const shown = names.length > mostNames + 1 ? names.slice(0, mostNames) : names;
  const rest = names.length - shown.length;
  const alike = listed([...shown, ...(rest > 0 ? [`${rest} more`] : [])]);
  const related = others.map(({ diagnostic }) => ({
    uri: document.uri,
    range: document.toRange(diagnostic.range),
    message: diagnostic.finding.problem,
  }));
  const advice = [finding.advice, `The same applies to ${alike}`].filter(Boolean).join('. ');
  return withFinding(first!, { ...finding, advice, related });
}

function withoutQuotes(text: string): string {
  return text.replace(/^(["'])(.*)\1$/s, '$2');
}

function withFinding(toolFinding: ToolFinding, finding: Finding): ToolFinding {
  return {
    ...toolFinding,
    diagnostic: { ...toolFinding.diagnostic, finding, message: messageOf(finding) },
  };
}

/**
 * The same key for findings of several tools with one problem in one place. Effects on the whole file may differ; effects
 * on a value must be the same.
 */
function groupOf({ effect, diagnostic: { rule, range, finding } }: ToolFinding): string {
  const { code, problem } = finding.issue!;
  const others = finding.related?.map(({ range: { start } }) => `${start.line}:${start.character}`) ?? [];
  const sameEffect = grave.has(effect) ? '' : effect;
  return [rule.id, code, range.start, range.end, sameEffect, problem, ...others].join(' ');
}

function together(toolFindings: readonly ToolFinding[]): TargetDiagnostic {
  const inOrder = [...toolFindings].sort((a, b) => effects.indexOf(a.effect) - effects.indexOf(b.effect));
  const { rule, range, finding } = inOrder[0]!.diagnostic;
  const isOneTool = new Set(inOrder.map(({ loader }) => loader)).size === 1;
  const parts = isOneTool ? finding : { ...finding, consequence: consequenceOf(inOrder) };
  const { problem, consequence, advice, related } = parts;
  return {
    rule,
    severity: strictest(toolFindings.map(({ diagnostic }) => diagnostic.severity)),
    range,
    message: messageOf(parts),
    finding: {
      range,
      problem,
      ...(consequence !== undefined && { consequence }),
      ...(advice !== undefined && { advice }),
      ...(related && { related }),
    },
    targets: [...new Set(inOrder.map(({ target }) => target))],
  };
}

/** "OpenCode 1.18 does not start with this file; Kilo 7.7 and Gemini CLI 0.61 do not load this file". */
function consequenceOf(toolFindings: readonly ToolFinding[]): string {
  const parts = effects.flatMap(effect => {
    const tools = [...new Set(toolFindings.filter(finding => finding.effect === effect).map(titleOf))];
    if (tools.length === 0) return [];
    return [`${listed(tools)} ${verbs[effect][tools.length === 1 ? 0 : 1]}`];
  });
  return parts.join('; ');
}

/** The tool with its major and minor release, if it has one: "OpenCode 1.18". */
function titleOf({ loader: { tool, version } }: ToolFinding): string {
  const release = /^\d+(?:\.\d+)?/.exec(version)?.[0];
  return release === undefined ? tool : `${tool} ${release}`;
}

function mildest(a: Severity, b: Severity): Severity {
  return severities[Math.max(severities.indexOf(a), severities.indexOf(b))]!;
}

function strictest(all: readonly Severity[]): Severity {
  return severities[Math.min(...all.map(severity => severities.indexOf(severity)))]!;
}
