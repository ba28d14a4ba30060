import { fullNameOf } from '../features/fullName.ts';
import { hiddenBy } from '../features/hiddenBy.ts';
import type { Effective } from '../loading/effective.ts';
import { type Effect, type Issue, messageOf } from '../loading/issue.ts';
import type { Switchable } from '../loading/switches.ts';
import type { Snapshot } from '../snapshot.ts';
import { tools } from '../tools/index.ts';
import { type IndexedFile, placeOf, workspaceOf } from '../workspaceIndex.ts';
import type { Delivery } from './delivery.ts';

/** The steps from a file to an agent, skill or command that is used, in their order. */
export const stageTitles = {
  found: 'found',
  read: 'read',
  parsed: 'parsed',
  enabled: 'enabled',
  notShadowed: 'not shadowed',
  listed: 'listed',
  invocable: 'invocable',
  starts: 'can start',
} as const;

export type StageId = keyof typeof stageTitles;

/** One step. */
export interface Stage {
  readonly step: StageId;
  readonly passes: boolean;
  /** What is so, a sentence without its final period. Markdown. */
  readonly says: string;
  /** What to do, an imperative. */
  readonly advice?: string;
  /** "Claude Code 2.1.332, recorded 2026-11-29". */
  readonly evidence: string;
  /** The line of the cause, from zero. */
  readonly line?: number;
}

/** What lies outside of a file. */
export interface StageContext {
  /** The other files that its tool knows by the same name. */
  readonly duplicates: readonly IndexedFile[];
  readonly deliveries: readonly Delivery[];
  /** The path of the file that the model is told of instead, or `settings` if these withhold it. */
  readonly withheldBy: { readonly path: string } | 'settings' | undefined;
  readonly effective: Effective | undefined;
  /** The texts of the settings of its project that its tool reads. */
  readonly settings: readonly string[];
}

/** The names of the settings files of a project on which the steps of a file depend. */
export function settingsFor({ dialect }: Pick<Snapshot, 'dialect'>): readonly string[] {
  return switchesFor(dialect.id)?.settings ?? [];
}

/**
 * The steps of a file up to the first that fails: whether its tool looks there, reads it, has it, tells the model of it, and
 * can start it.
 */
export function stagesOf(snapshot: Snapshot, context: StageContext): readonly Stage[] {
  const stages: Stage[] = [];
  for (const step of steps) {
    const stage = step(snapshot, context);
    if (stage) stages.push(stage);
    if (stage?.passes === false) break;
  }
  return stages;
}

type Step = (snapshot: Snapshot, context: StageContext) => Stage | undefined;

const found: Step = snapshot => {
  const { loader, dialect, isCollected } = snapshot;
  const evidence = evidenceOf(snapshot);
  const notRead = snapshot.load.issues.find(({ code }) => code === 'file.notRead');
  if (notRead) return failure('found', snapshot, notRead);
  if (isCollected)
    return {
      step: 'found',
      passes: false,
      says: `${loader.tool} does not look here: the file only resembles a ${dialect.title}`,
      advice: `Copy it to a folder that ${loader.tool} reads`,
      evidence,
    };
  return { step: 'found', passes: true, says: `${loader.tool} looks here`, evidence };
};

const read: Step = snapshot => {
  const { load, loader } = snapshot;
  const rejected = load.issues.find(({ code }) => code === 'plugin.rejected');
  if (rejected) return failure('read', snapshot, rejected);
  const evidence = evidenceOf(snapshot);
  if (load.ignored)
    return {
      step: 'read',
      passes: false,
      says: `${loader.tool} does not take it for one: nothing in it says that it is meant as such`,
      advice: 'Start the file with front matter that has the required keys',
      evidence,
    };
  return { step: 'read', passes: true, says: `${loader.tool} reads the file`, evidence };
};

const fatal: readonly Effect[] = ['crashes', 'rejected'];

const parsed: Step = snapshot => {
  const { load, loader } = snapshot;
  const cause = load.issues.find(({ effect }) => fatal.includes(effect));
  if (!load.loads && cause) return failure('parsed', snapshot, cause);
  // An author can turn it off in the file itself.
  if (!load.loads && load.fields.disable !== true)
    return {
      step: 'parsed',
      passes: false,
      says: `${loader.tool} loads nothing from it`,
      evidence: evidenceOf(snapshot),
    };
  const changed = load.issues.filter(({ effect }) => effect !== 'noted').length;
  const says =
    changed === 0
      ? `${loader.tool} loads it as written`
      : `${loader.tool} loads it, and ${changed === 1 ? 'one thing is' : `${changed} things are`} not as written: see \`agent-files check\``;
  return { step: 'parsed', passes: true, says, evidence: evidenceOf(snapshot) };
};

const enabled: Step = (snapshot, { settings }) => {
  const { dialect, load, loader, document, plugin } = snapshot;
  const evidence = evidenceOf(snapshot);
  if (load.fields.disable === true) {
    const at = document.entry('disable')?.keyRange.start;
    return {
      step: 'enabled',
      passes: false,
      says: '`disable: true` in the file turns it off',
      advice: 'Remove `disable`',
      evidence,
      ...(at !== undefined && { line: document.positionAt(at).line }),
    };
  }
  const kind = kindOf(snapshot);
  const off =
    kind && load.name !== null
      ? switchesFor(dialect.id)?.turnedOff({ kind, name: load.name, plugin }, settings)
      : undefined;
  if (off) return { step: 'enabled', passes: false, ...off, evidence: `documentation of ${loader.tool}` };
  return { step: 'enabled', passes: true, says: 'Nothing in the project turns it off', evidence };
};

const notShadowed: Step = (snapshot, { duplicates, withheldBy }) => {
  const { dialect, loader, load } = snapshot;
  const evidence = evidenceOf(snapshot);
  const [first] = duplicates;
  const others = duplicates
    .slice(0, 3)
    .map(file => `\`${placeOf(file)}\``)
    .join(', ');
  if (typeof withheldBy === 'object')
    return {
      step: 'notShadowed',
      passes: false,
      says: `\`${withheldBy.path}\` has the same name, \`${load.name}\`, and ${loader.tool} lists that one`,
      advice: 'Give one of them another name',
      evidence,
    };
  if (first && dialect.duplicates && hiddenBy({ ...snapshot, workspace: workspaceOf(duplicates) }))
    return {
      step: 'notShadowed',
      passes: false,
      says: `${others} has the same name, \`${load.name}\`. ${dialect.duplicates.replace(/\.$/, '')}`,
      advice: 'Give one of them another name',
      evidence,
    };
  const says = first
    ? `${loader.tool} keeps this file and hides ${others}`
    : `No other file of the project that ${loader.tool} reads has its name; those of the user are not known`;
  return { step: 'notShadowed', passes: true, says, evidence };
};

const listed: Step = (snapshot, { deliveries, withheldBy }) => {
  const { load, loader, document, dialect } = snapshot;
  const evidence = evidenceOf(snapshot);
  const step = 'listed';
  const { invocation } = load;
  if (invocation && !invocation.modelInvocable) {
    const key = ['disable-model-invocation', 'paths'].find(each => load.fields[each] !== undefined);
    const entry = key === undefined ? undefined : document.entry(key);
    const isConditional = key === 'paths';
    return {
      step,
      passes: false,
      says: isConditional
        ? 'The model is told of it only once a file was read that matches `paths`'
        : `The model is not told of it${key === undefined ? '' : ` because of \`${key}\``}; only the user can call it${invocation.menu ? `, as \`/${invocation.menu.name}\`` : ''}`,
      ...(key !== undefined && { advice: `Remove \`${key}\` if the model is to call it on its own` }),
      evidence,
      ...(entry && { line: document.positionAt(entry.keyRange.start).line }),
    };
  }
  if (withheldBy === 'settings')
    return {
      step,
      passes: false,
      says: 'The settings of the project withhold it from the model',
      advice: 'Look at what the settings of the project, or the metadata beside the file, say of it',
      evidence,
    };
  const isLost = ({ entry }: Delivery): boolean => entry.isOverBudget === true && entry.sent !== 'cut';
  // Of other models than the usual one, or that of the project, it is only mentioned.
  const usual = deliveries.filter(({ window }) => window === undefined);
  const lost = usual.find(isLost);
  const delivery = lost ?? usual[0];
  if (!delivery) {
    const says =
      dialect.defines !== 'agent'
        ? `${loader.tool} knows it as \`${load.name ?? ''}\`; what the model is told of it is not recorded`
        : load.description === null
          ? `${loader.tool} has no description of it to tell the model`
          : `${loader.tool} offers it as \`${load.name ?? ''}\`, by its description`;
    return { step, passes: true, says, evidence };
  }
  const { listing, entry, sent } = delivery;
  const source = `${listing.title} ${listing.evidence}`;
  if (lost)
    return {
      step,
      passes: false,
      says: `With ${sent.model}, the model is told ${entry.sent === 'omitted' ? 'nothing of it' : 'its name only'}: ${sent.dropped} of ${sent.entries.length} descriptions do not fit into ${sent.budget?.toLocaleString('en')} ${sent.unit}`,
      ...(sent.advice !== undefined && { advice: sent.advice }),
      evidence: source,
    };
  const part =
    entry.sent === 'cut'
      ? `the first ${entry.kept} characters of its description`
      : entry.sent === 'whole'
        ? 'its whole description'
        : 'its name';
  const smaller = deliveries.find(each => each.window !== undefined && isLost(each));
  const otherwise = smaller ? `; with a window of ${smaller.window}, its name only` : '';
  return { step, passes: true, says: `The model is told ${part}${otherwise}`, evidence: source };
};

const invocable: Step = snapshot => {
  const { load } = snapshot;
  const evidence = evidenceOf(snapshot);
  const { invocation } = load;
  if (!invocation)
    return { step: 'invocable', passes: true, says: 'Nothing keeps others from calling it', evidence };
  const who = [
    ...(invocation.modelInvocable ? ['the model'] : []),
    ...(invocation.userInvocable ? [`the user, as \`/${fullNameOf(snapshot) ?? load.name}\``] : []),
  ];
  return {
    step: 'invocable',
    passes: who.length > 0,
    says: `It can be called by ${who.join(' and ') || 'nobody'}`,
    evidence,
  };
};

const starts: Step = (snapshot, { effective }) => {
  const { load, loader } = snapshot;
  const evidence = evidenceOf(snapshot);
  const cause = load.issues.find(({ effect }) => effect === 'fails');
  if (cause) return failure('starts', snapshot, cause);
  if (effective?.starts === false)
    return {
      step: 'starts',
      passes: false,
      says: effective.reason ?? `${loader.tool} does not start it`,
      advice: 'Fix its lists of tools: see `agent-files check`',
      evidence,
    };
  const tools = effective ? effective.tools : load.tools;
  const says = !effective
    ? 'Nothing is known that keeps it from starting'
    : tools?.length === 0
      ? 'It starts without any tool'
      : tools === null
        ? 'It starts with all tools'
        : `It starts with ${tools.join(', ')}`;
  return { step: 'starts', passes: true, says, evidence };
};

const steps: readonly Step[] = [found, read, parsed, enabled, notShadowed, listed, invocable, starts];

function failure(step: StageId, snapshot: Snapshot, issue: Issue): Stage {
  const { advice, ...text } = issue;
  return {
    step,
    passes: false,
    says: messageOf(text).replace(/\.$/, ''),
    ...(advice !== undefined && { advice }),
    evidence: evidenceOf(snapshot),
    line: snapshot.document.positionAt(issue.range.start).line,
  };
}

function evidenceOf({ loader: { tool, version, recorded, evidence } }: Snapshot): string {
  return evidence === 'measured'
    ? `${tool} ${version}, recorded ${recorded}`
    : `documentation of ${tool}, read ${recorded}`;
}

function switchesFor(dialect: string) {
  return tools.find(({ switches, dialects }) => switches && dialects.some(({ id }) => id === dialect))
    ?.switches;
}

function kindOf({ dialect: { defines } }: Snapshot): Switchable['kind'] | undefined {
  return defines === 'agent' || defines === 'skill' || defines === 'command' ? defines : undefined;
}
