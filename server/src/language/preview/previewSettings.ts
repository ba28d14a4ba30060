import type { Entry } from '../document/yamlTree.ts';
import { type DisplaySeverity, displaySeverityOfIssues, type Said } from '../features/displaySeverity.ts';
import { type FieldFate, fateOf, issuesOn } from '../features/fieldFate.ts';
import { type Issue, messageOf } from '../loading/issue.ts';
import type { IssueCode } from '../loading/issueCodes.ts';
import type { LoadResult } from '../loading/loader.ts';
import type { Snapshot } from '../snapshot.ts';
import { clip, type ShownValue, showList, showValue } from './valueOutline.ts';

/** One setting of the agent, as the tool reads it. */
export interface Setting {
  readonly key: string;
  /** The zero-based line on which the key stands; `undefined` when the file does not have it. */
  readonly line: number | undefined;
  readonly fate: FieldFate;
  /** How severe the diagnostics are that speak of it. */
  readonly displaySeverity: DisplaySeverity;
  /** What the tool takes, or its default; `undefined` where the key means nothing to it. */
  readonly value: ShownValue | undefined;
  /** What is written, where the tool takes something else. */
  readonly written: string | undefined;
  /** What the loader says about it. */
  readonly remarks: readonly string[];
}

/** Keys that the preview shows in places of their own. */
const shownElsewhere = new Set(['name', 'description']);
const longestWritten = 160;
/** Keys beyond this many are not shown; no agent file has them. */
const mostSettings = 100;

/** True for a key that the tool does not know, as far as nothing depends on it. */
export function isWithoutEffect({ fate, value }: Setting): boolean {
  return fate === 'ignored' && value === undefined;
}

/**
 * The settings in the order in which they are read: model and tools first, then the others as the file has them,
 * and last the keys without effect. `said` are the file's diagnostics; of a key without effect whose issues are all
 * `told` nothing is left to show.
 */
export function settingsOf(
  snapshot: Snapshot,
  said: readonly Said[],
  told: ReadonlySet<Issue> = new Set(),
): Setting[] {
  const { document, load } = snapshot;
  const core = load.loads ? coreSettings(snapshot, said) : [];
  const covered = new Set([...shownElsewhere, ...core.map(setting => setting.key)]);
  const written = lastOfEach(document.yaml.entries)
    .filter(entry => !covered.has(entry.key) && !isPrompt(entry, load))
    .slice(0, mostSettings)
    .map(entry => writtenSetting(snapshot, said, entry))
    .filter(setting => setting.key !== 'color' || setting.fate !== 'taken');
  return [
    ...core,
    ...written.filter(setting => !isWithoutEffect(setting)),
    ...written.filter(setting => isWithoutEffect(setting) && !isTold(snapshot, setting, told)),
  ];
}

/** Whether a value is the prompt, which is shown apart. */
function isPrompt({ range }: Entry, { body }: LoadResult): boolean {
  return body !== undefined && range.start < body.start && body.end <= range.end;
}

function isTold({ load }: Snapshot, { key }: Setting, told: ReadonlySet<Issue>): boolean {
  return issuesOn(load, key).every(issue => told.has(issue));
}

/** What every loader resolves: model, tools, disallowed tools, permission mode. */
function coreSettings(snapshot: Snapshot, said: readonly Said[]): Setting[] {
  const { load, dialect } = snapshot;
  const settings: Setting[] = [];
  const add = (key: string, value: ShownValue) => settings.push(takenSetting(snapshot, said, key, value));
  const defaultModel = defaultOf(snapshot, 'model');
  if (load.model !== null) add('model', showValue(load.model));
  else if (defaultModel) add('model', defaultModel);
  if (load.tools !== null) add('tools', withDropped(snapshot, 'tools', showList(load.tools)));
  else if (dialect.defines === 'agent') add('tools', withDropped(snapshot, 'tools', allTools));
  if (load.disallowedTools !== null) {
    add('disallowedTools', withDropped(snapshot, 'disallowedTools', showList(load.disallowedTools)));
  }
  if (load.permissionMode !== null) add('permissionMode', showValue(load.permissionMode));
  return settings;
}

const allTools: ShownValue & { kind: 'chips' } = {
  kind: 'chips',
  chips: [{ text: 'All tools', state: 'whole' }],
};

/** The causes for which a tool leaves out a single item of a tool list. */
const dropping: ReadonlySet<IssueCode> = new Set([
  'tools.unknown',
  'tools.dead',
  'tools.unavailable',
  'tools.shadowed',
  'tools.mcpForm',
]);

/** Adds the items that are written and that the tool drops, each with the reason. */
function withDropped(
  { document, load }: Snapshot,
  key: string,
  value: ShownValue & { kind: 'chips' },
): ShownValue {
  const span = document.entry(key)?.range;
  if (!span) return value;
  const taken = new Set(value.chips.map(chip => chip.text));
  const dropped = load.issues
    .filter(({ code, range }) => dropping.has(code) && range.start >= span.start && range.end <= span.end)
    .map(issue => ({
      text: clip(document.slice(issue.range).replace(/^(["'])(.*)\1$/s, '$2'), 80),
      state: 'dropped' as const,
      reason: messageOf(issue),
    }))
    .filter(chip => chip.text !== '' && !taken.has(chip.text));
  return { kind: 'chips', chips: [...value.chips, ...dropped.slice(0, mostSettings)] };
}

/** What the tool does when the key is absent, if the dialect says so. */
function defaultOf({ dialect }: Snapshot, key: string): ShownValue | undefined {
  const text = dialect.fields().field([key])?.meta.defaultText;
  return text === undefined
    ? undefined
    : { kind: 'default', text: text.replaceAll('`', '').replace(/\.$/, '') };
}

function takenSetting(
  snapshot: Snapshot,
  said: readonly Said[],
  key: string,
  value: ShownValue | undefined,
): Setting {
  const { document, load } = snapshot;
  const entry = document.entry(key);
  const fate = fateOf(snapshot, key);
  const issues = issuesOn(load, key);
  const showsDropped = value?.kind === 'chips' && value.chips.some(chip => chip.state === 'dropped');
  const differs = fate === 'ignored' || fate === 'unrestricted' || (fate === 'changed' && !showsDropped);
  return {
    key,
    line: entry && document.positionAt(entry.keyRange.start).line,
    fate,
    displaySeverity: displaySeverityOfIssues(issues, said),
    value,
    written: entry && differs ? unlessShown(value, writtenText(document.slice(entry.range))) : undefined,
    remarks: issues.map(messageOf),
  };
}

function writtenSetting(snapshot: Snapshot, said: readonly Said[], { key, value }: Entry): Setting {
  const { load } = snapshot;
  const isTaken = Object.hasOwn(load.fields, key);
  const isLost = ['ignored', 'unrestricted'].includes(fateOf(snapshot, key)) && !isTaken;
  if (isLost) return takenSetting(snapshot, said, key, defaultOf(snapshot, key));
  return takenSetting(snapshot, said, key, showValue(isTaken ? load.fields[key] : (value ?? '')));
}

/** What is written, unless the value that is shown has the same words. */
function unlessShown(value: ShownValue | undefined, written: string): string | undefined {
  const shown = value?.kind === 'chips' ? value.chips.map(({ text }) => text).join(' ') : value?.text;
  return shown !== undefined && wordsOf(shown) === wordsOf(written) ? undefined : written;
}

/** A value without the marks by which YAML makes texts, lists and maps of words. */
function wordsOf(text: string): string {
  return text
    .replace(/[\s"'[\]{},]+|(?<=^|\s)-(?=\s)/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
}

function writtenText(text: string): string {
  return clip(text.replace(/\s+/g, ' ').trim(), longestWritten) || '(nothing)';
}

/** The entries without those that a later one of the same key replaces. */
function lastOfEach(entries: readonly Entry[]): Entry[] {
  return [...new Map(entries.map(entry => [entry.key, entry])).values()];
}
