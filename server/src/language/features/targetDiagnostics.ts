import type { Effect, Loader } from '../loaders/loader.ts';
import type { Severity } from '../rules/rule.ts';
import type { Snapshot } from '../snapshot.ts';
import {
  type AgentDiagnostic,
  diagnose,
  diagnoseNotes,
  inTextOrder,
  type RuleSettings,
} from './diagnostics.ts';
import type { TargetReading } from './targets.ts';

/** A diagnostic of a file that is held against several tools. */
export interface TargetDiagnostic extends AgentDiagnostic {
  /** The names of the other tools that it is about, those that take it worst first; absent when it is about the file's own. */
  readonly targets?: readonly string[];
}

/** One finding of one tool. */
interface Voice {
  readonly target: string;
  readonly loader: Loader;
  readonly effect: Effect;
  readonly diagnostic: AgentDiagnostic;
}

/** The order in which tools are named: the worst first. */
const effects: readonly Effect[] = [
  'app',
  'refused',
  'fails',
  'widened',
  'lost',
  'leaked',
  'altered',
  'noted',
];
const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** What a tool does with the whole file, and what several do. Other effects are told by the finding itself. */
const verbs: Readonly<Partial<Record<Effect, readonly [one: string, several: string]>>> = {
  app: ['does not start with this file', 'do not start with this file'],
  refused: ['does not load this file', 'do not load this file'],
  fails: [
    'loads this file, which then fails when it is used',
    'load this file, which then fails when it is used',
  ],
  widened: ['does not keep a limit that is set here', 'do not keep a limit that is set here'],
};

/**
 * Everything that there is to say about a file, in the order of its text: for its own tool, and for the others that
 * it is held against.
 *
 * What hits only another tool is no error: a warning where that would refuse the file or drop a limit, else
 * information. What several tools say of one cause in one place is said once, and not again beside the own tool's
 * finding unless it weighs more. Nothing of it is mended automatically: a fix for one tool may be a fault to another.
 */
export function diagnoseForAll(
  snapshot: Snapshot,
  readings: readonly TargetReading[],
  settings: RuleSettings = {},
): TargetDiagnostic[] {
  const own = diagnose(snapshot, settings);
  if (readings.length === 0) return own;
  const others = diagnoseForTargets(readings, settings).filter(
    other => !own.some(known => isCovered(other, known)),
  );
  return inTextOrder([...own, ...others]);
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

function diagnoseForTargets(readings: readonly TargetReading[], settings: RuleSettings): TargetDiagnostic[] {
  const groups = new Map<string, Voice[]>();
  for (const { target, snapshot } of readings) {
    const { loader } = snapshot.dialect;
    for (const diagnostic of diagnoseNotes(snapshot, settings)) {
      const { note } = diagnostic.finding;
      if (!note) continue;
      const voice = { target, loader, effect: note.effect, diagnostic };
      const key = groupOf(voice);
      groups.set(key, [...(groups.get(key) ?? []), voice]);
    }
  }
  return [...groups.values()].map(together);
}

/**
 * Tools agree where they say the same. Of what keeps a file from loading it is enough that they begin alike: the first
 * sentence names the cause, and what each makes of it stands in the lead.
 */
function groupOf({ loader, effect, diagnostic: { rule, range, message } }: Voice): string {
  const said = message.replaceAll(loader.tool, '');
  const sense = effect in verbs ? /^.*?\.(?=\s|$)/s.exec(said)?.[0] : `${effect} ${said}`;
  return `${rule.id} ${range.start} ${range.end} ${sense ?? said}`;
}

function together(voices: readonly Voice[]): TargetDiagnostic {
  const inOrder = [...voices].sort((a, b) => effects.indexOf(a.effect) - effects.indexOf(b.effect));
  const { effect, diagnostic } = inOrder[0]!;
  const { rule, range, message } = diagnostic;
  const highest = effect in verbs ? 'warning' : 'information';
  const severity = mildest(highest, strictest(voices.map(voice => voice.diagnostic.severity)));
  return {
    rule,
    severity,
    range,
    message: effect in verbs || !isNamed(inOrder) ? `${leadOf(inOrder)}: ${message}` : message,
    finding: { range, message },
    targets: [...new Set(inOrder.map(({ target }) => target))],
  };
}

/** "OpenCode 1.18 does not start with this file; Kilo 7.7 and Gemini CLI 0.61 do not load this file". */
function leadOf(voices: readonly Voice[]): string {
  const parts = effects.flatMap(effect => {
    const tools = [...new Set(voices.filter(voice => voice.effect === effect).map(titleOf))];
    if (tools.length === 0) return [];
    const verb = verbs[effect]?.[tools.length === 1 ? 0 : 1];
    return [[listed(tools), ...(verb ? [verb] : [])].join(' ')];
  });
  return parts.join('; ');
}

/** True when the message names the one tool that it is about. */
function isNamed([first, ...others]: readonly Voice[]): boolean {
  return others.length === 0 && first!.diagnostic.message.includes(first!.loader.tool);
}

/** The tool with its release, as precisely as anybody speaks of it, where it has one of its own: "OpenCode 1.18". */
function titleOf({ loader: { tool, version } }: Voice): string {
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
