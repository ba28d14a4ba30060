import type { AgentDocument } from '../document/agentDocument.ts';
import type { Effect } from '../loading/issue.ts';
import type { Loader } from '../loading/loader.ts';
import type { Severity } from '../rules/rule.ts';
import type { Snapshot } from '../snapshot.ts';
import {
  type AgentDiagnostic,
  diagnose,
  diagnoseIssues,
  inTextOrder,
  type RuleSettings,
} from './diagnostics.ts';
import type { TargetReading } from './targets.ts';

/** A diagnostic of a file that is held against several tools. */
export interface TargetDiagnostic extends AgentDiagnostic {
  /**
   * The names of the other tools that it is about, those that take it worst first; absent when it is about the file's
   * own.
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

/** The order in which tools are named: the worst first. */
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

/** What a tool does with the whole file, and what several do. Other effects are told by the finding itself. */
const verbs: Readonly<Partial<Record<Effect, readonly [one: string, several: string]>>> = {
  crashes: ['does not start with this file', 'do not start with this file'],
  rejected: ['does not load this file', 'do not load this file'],
  fails: [
    'loads this file, which then fails when it is used',
    'load this file, which then fails when it is used',
  ],
  unrestricted: ['does not keep a limit that is set here', 'do not keep a limit that is set here'],
};

/**
 * Everything that there is to say about a file, in the order of its text: for its own tool, and for the others that
 * it is held against.
 *
 * What hits only another tool is no error: a warning where that would refuse the file or drop a limit, else
 * information. What several tools say of one cause in one place is said once, what one tool says of several names in
 * one list too, and neither beside the own tool's finding unless it weighs more. Nothing of it is mended
 * automatically: a fix for one tool may be a fault to another.
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

/** A remark on another tool is covered by what is said of the same cause and place, at least as loudly. */
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
      const severity = mildest(issue.effect in verbs ? 'warning' : 'information', diagnostic.severity);
      const capped = { ...diagnostic, severity };
      if (own.some(known => isCovered(capped, known))) return [];
      return [{ target, loader, effect: issue.effect, diagnostic: capped }];
    });
    return grouped(found, listOf).map(alike => ofSeveralNames(alike, snapshot.document));
  });
  return grouped(toolFindings, groupOf).map(together);
}

/** The items by their keys, in the order in which each key first comes. */
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

/** What stands in backquotes in a message. */
const quoted = /`([^`]+)`/g;

/** The same for findings of one list that say the same of different names. */
function listOf({ diagnostic: { rule, range, severity, message, finding } }: ToolFinding): string {
  const { code, effect, field } = finding.issue!;
  const place = field ?? `${range.start} ${range.end}`;
  return [rule.id, code, effect, severity, place, message.replace(quoted, '``')].join(' ');
}

/** A message tells this many names; the places of all of them go with it. */
const mostNames = 12;

/** Findings that say the same of different names as one, at the first of them. The others are related places. */
function ofSeveralNames([first, ...others]: readonly ToolFinding[], document: AgentDocument): ToolFinding {
  if (others.length === 0) return first!;
  const { range, message, finding } = first!.diagnostic;
  const words = wordsIn(message);
  const differs = words.map((word, at) =>
    others.some(({ diagnostic }) => wordsIn(diagnostic.message)[at] !== word),
  );
  const names = others.map(({ diagnostic }) => {
    const name = document.slice(diagnostic.range).replace(/^(["'])(.*)\1$/s, '$2');
    const own = wordsIn(diagnostic.message).filter((word, at) => differs[at] && word !== name);
    return `\`${name}\`${own.length > 0 ? ` (${own.map(word => `\`${word}\``).join(', ')})` : ''}`;
  });
  const told = names.length > mostNames + 1 ? names.slice(0, mostNames) : names;
  const rest = names.length - told.length;
  const text = `${message} The same goes for ${listed([...told, ...(rest > 0 ? [`${rest} more`] : [])])}.`;
  const related = others.map(({ diagnostic }) => ({
    uri: document.uri,
    range: document.toRange(diagnostic.range),
    message: firstSentence(diagnostic.message) ?? diagnostic.message,
  }));
  const merged = { ...finding, range, message: text, related };
  return { ...first!, diagnostic: { ...first!.diagnostic, message: text, finding: merged } };
}

function wordsIn(message: string): string[] {
  return [...message.matchAll(quoted)].map(([, word]) => word!);
}

function firstSentence(message: string): string | undefined {
  return /^.*?\.(?=\s|$)/s.exec(message)?.[0];
}

/**
 * Tools agree where they say the same. Of what keeps a file from loading it is enough that they begin alike: the first
 * sentence names the cause, and what each makes of it stands in the lead.
 */
function groupOf({ loader, effect, diagnostic: { rule, range, message, finding } }: ToolFinding): string {
  const { related } = finding;
  const said = message.replaceAll(loader.tool, '');
  const sense = effect in verbs ? firstSentence(said) : `${effect} ${said}`;
  const others = related?.map(({ range: { start } }) => `${start.line}:${start.character}`) ?? [];
  return [rule.id, range.start, range.end, sense ?? said, ...others].join(' ');
}

function together(toolFindings: readonly ToolFinding[]): TargetDiagnostic {
  const inOrder = [...toolFindings].sort((a, b) => effects.indexOf(a.effect) - effects.indexOf(b.effect));
  const { effect, diagnostic } = inOrder[0]!;
  const { rule, range, message } = diagnostic;
  const { related } = diagnostic.finding;
  const severity = strictest(toolFindings.map(finding => finding.diagnostic.severity));
  return {
    rule,
    severity,
    range,
    message:
      effect in verbs || !isNamed(inOrder) ? `${leadOf(inOrder)}: ${withoutLead(inOrder[0]!)}` : message,
    finding: { range, problem: message, ...(related && { related }) },
    targets: [...new Set(inOrder.map(({ target }) => target))],
  };
}

/** "OpenCode 1.18 does not start with this file; Kilo 7.7 and Gemini CLI 0.61 do not load this file". */
function leadOf(toolFindings: readonly ToolFinding[]): string {
  const parts = effects.flatMap(effect => {
    const tools = [...new Set(toolFindings.filter(finding => finding.effect === effect).map(titleOf))];
    if (tools.length === 0) return [];
    const verb = verbs[effect]?.[tools.length === 1 ? 0 : 1];
    // The finding behind it names the first of them.
    return [[listed(tools), verb ?? (tools.length > 1 ? 'alike' : '')].join(' ').trimEnd()];
  });
  return parts.join('; ');
}

/** What a tool says, without the words of its own by which it says what the lead says already. */
function withoutLead({ loader, effect, diagnostic: { message } }: ToolFinding): string {
  const [verb = ''] = verbs[effect] ?? [];
  const said = `${loader.tool} ${verb}`;
  const rest = verb && message.startsWith(said) ? message.slice(said.length) : '';
  if (/^(?:: |, because )/.test(rest)) return rest.replace(/^(?:: |, because )/, '');
  const again = ` ${said.replace('this file', 'the file')}.`;
  return message.endsWith(again) ? message.slice(0, -again.length) : message;
}

/** True when the message names the one tool that it is about. */
function isNamed([first, ...others]: readonly ToolFinding[]): boolean {
  return others.length === 0 && first!.diagnostic.message.includes(first!.loader.tool);
}

/** The tool with its release, as precisely as anybody speaks of it, where it has one of its own: "OpenCode 1.18". */
function titleOf({ loader: { tool, version } }: ToolFinding): string {
  const release = /^\d+(?:\.\d+)?/.exec(version)?.[0];
  return release === undefined ? tool : `${tool} ${release}`;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

function mildest(a: Severity, b: Severity): Severity {
  return severities[Math.max(severities.indexOf(a), severities.indexOf(b))]!;
}

function strictest(all: readonly Severity[]): Severity {
  return severities[Math.min(...all.map(severity => severities.indexOf(severity)))]!;
}
