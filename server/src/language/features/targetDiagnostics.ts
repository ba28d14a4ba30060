import { type Effect, messageOf } from '../loading/issue.ts';
import type { Loader } from '../loading/loader.ts';
import type { Severity } from '../severity.ts';
import type { Snapshot } from '../snapshot.ts';
import { listed } from '../wordList.ts';
import type { AgentDiagnostic } from './agentDiagnostic.ts';
import {
  diagnose,
  diagnoseIssues,
  inTextOrder,
  mergeAlike,
  type RuleSettings,
  type Timer,
} from './diagnostics.ts';
import { grouped, membersOf } from './groupAlike.ts';
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

const repairs = [
  'repairs the line by reading the value as a string',
  'repair the line by reading the value as a string',
];

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
  time?: Timer,
): TargetDiagnostic[] {
  const own = diagnose(snapshot, settings, time);
  if (readings.length === 0) return own;
  // The tools that read the file of such a dialect where it lies have been asked: its findings name them.
  const { dialect, path } = snapshot;
  const asked = (dialect.hosts && dialect.readers?.(path)) ?? [];
  return inTextOrder([...own, ...diagnoseForTargets(readings, own, asked, settings)]);
}

/** True when a finding of the same cause and place is at least as severe; a warning only if it `names` the tool. */
function isCovered(other: AgentDiagnostic, own: AgentDiagnostic, names: boolean): boolean {
  return (
    (names || other.severity !== 'warning') &&
    own.rule === other.rule &&
    membersOf(own).some(({ range }) => range.start === other.range.start && range.end === other.range.end) &&
    severities.indexOf(own.severity) <= severities.indexOf(other.severity)
  );
}

function diagnoseForTargets(
  readings: readonly TargetReading[],
  own: readonly AgentDiagnostic[],
  asked: readonly string[],
  settings: RuleSettings,
): TargetDiagnostic[] {
  const toolFindings = readings.flatMap(({ target, snapshot }) => {
    const names = asked.includes(snapshot.loader.tool);
    const found = diagnoseIssues(snapshot, settings).flatMap((diagnostic): AgentDiagnostic[] => {
      const { issue } = diagnostic.finding;
      if (!issue) return [];
      const severity = mildest(grave.has(issue.effect) ? 'warning' : 'information', diagnostic.severity);
      const capped = { ...diagnostic, severity };
      return own.some(known => isCovered(capped, known, names)) ? [] : [capped];
    });
    return mergeAlike(found, snapshot).map(
      (diagnostic): ToolFinding => ({
        target,
        loader: snapshot.loader,
        effect: diagnostic.finding.issue!.effect,
        diagnostic,
      }),
    );
  });
  return grouped(toolFindings, groupOf).map(together);
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
    const isRepaired = toolFindings.every(
      ({ diagnostic }) => diagnostic.finding.issue?.code === 'yaml.repaired',
    );
    const said = effect === 'noted' && isRepaired ? repairs : verbs[effect];
    return [`${listed(tools)} ${said[tools.length === 1 ? 0 : 1]}`];
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
