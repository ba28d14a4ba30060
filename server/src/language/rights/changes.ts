import { listed } from '../wordList.ts';
import type { Rights } from './rights.ts';

/**
 * What a change means: `wider` rights, `narrower` ones, something that is `lost`, something that was lost and is
 * `restored`, or another `change`.
 */
export type ChangeEffect = 'wider' | 'narrower' | 'lost' | 'restored' | 'change';

/** One difference in what a file does. */
export interface RightsChange {
  readonly effect: ChangeEffect;
  /** What it is about. */
  readonly kind:
    | 'file'
    | 'loading'
    | 'tools'
    | 'deny'
    | 'mode'
    | 'permission'
    | 'limit'
    | 'command'
    | 'hidden'
    | 'model'
    | 'prompt';
  /** "gains Bash and WebFetch". */
  readonly text: string;
}

/** What differs between a file before and after a change. `undefined` stands for no file. */
export function changesOf(before: Rights | undefined, after: Rights | undefined): RightsChange[] {
  if (!before && !after) return [];
  if (!after) return before!.loads ? [{ effect: 'lost', kind: 'file', text: 'is gone' }] : [];
  const isNew = !before?.loads && after.loads;
  if (isNew) return newFile(before, after);
  if (!before) return [];
  if (before.loads && !after.loads) {
    const why = after.problems[0] === undefined ? '' : `: ${after.problems[0]}`;
    return [
      { effect: 'lost', kind: 'loading', text: `no longer loads${why}` },
      ...hiddenChanges(before, after),
    ];
  }
  if (!after.loads) return hiddenChanges(before, after);
  return [
    ...(after.outcome === 'fails' && before.outcome !== 'fails'
      ? [change('lost', 'loading', `now fails when it is used: ${after.problems.join('; ')}`)]
      : []),
    ...(before.outcome === 'fails' && after.outcome !== 'fails'
      ? [change('restored', 'loading', 'no longer fails when it is used')]
      : []),
    ...limitChanges(before, after),
    ...toolChanges(before, after),
    ...denyChanges(before, after),
    ...modeChanges(before, after),
    ...permissionChanges(before, after),
    ...commandChanges(before, after),
    ...hiddenChanges(before, after),
    ...modelChanges(before, after),
    ...promptChanges(before, after),
  ];
}

function change(effect: ChangeEffect, kind: RightsChange['kind'], text: string): RightsChange {
  return { effect, kind, text };
}

/** A file that was not there, or did not load: all that it may do is new. */
function newFile(before: Rights | undefined, after: Rights): RightsChange[] {
  const { tools, denied } = after;
  const rights =
    tools === null
      ? `all tools${denied.length > 0 ? ` but ${listed(denied)}` : ''}`
      : listed(tools.filter(tool => !denied.includes(tool)));
  const isHarmless = rights === '';
  return [
    change(
      isHarmless ? 'change' : 'wider',
      before ? 'loading' : 'file',
      `${before ? 'now loads' : 'is new'}${isHarmless ? '' : `, with ${rights}`}`,
    ),
    ...(after.permissionMode !== null && laxness(after.permissionMode) > 1
      ? [change('wider', 'mode', `has the permission mode ${after.permissionMode}`)]
      : []),
    ...commandChanges(before, after),
    ...hiddenChanges(before, after),
  ];
}

function limitChanges(before: Rights, after: Rights): RightsChange[] {
  if (after.outcome !== 'unrestricted') return [];
  const added = after.problems.filter(problem => !before.problems.includes(problem));
  return added.map(problem => change('wider', 'limit', `a limit does not hold: ${problem}`));
}

function toolChanges(before: Rights, after: Rights): RightsChange[] {
  const [was, is] = [before.tools, after.tools];
  if (was === null && is === null) return [];
  if (was === null) return [change('narrower', 'tools', `is limited to ${namesOf(is!)}`)];
  if (is === null) return [change('wider', 'tools', `gains all tools, and had ${namesOf(was)}`)];
  const gained = without(is, was);
  const lost = without(was, is);
  return [
    ...(gained.length > 0 ? [change('wider', 'tools', `gains ${listed(gained)}`)] : []),
    ...(lost.length > 0 ? [change('narrower', 'tools', `loses ${listed(lost)}`)] : []),
  ];
}

function denyChanges(before: Rights, after: Rights): RightsChange[] {
  // Where there are rules of permissions, what is denied follows from them.
  if (before.permissions.size > 0 || after.permissions.size > 0) return [];
  const mayHave = (tool: string): boolean => after.tools === null || after.tools.includes(tool);
  const allowed = without(before.denied, after.denied);
  const denied = without(after.denied, before.denied);
  const counts = after.tools === null || allowed.some(mayHave);
  return [
    ...(allowed.length > 0
      ? [change(counts ? 'wider' : 'change', 'deny', `loses the deny of ${listed(allowed)}`)]
      : []),
    ...(denied.length > 0 ? [change('narrower', 'deny', `denies ${listed(denied)}`)] : []),
  ];
}

function modeChanges(before: Rights, after: Rights): RightsChange[] {
  const [was, is] = [before.permissionMode, after.permissionMode];
  if (was === is) return [];
  const difference = laxness(is) - laxness(was);
  const text = `permission mode ${was ?? 'default'} → ${is ?? 'default'}`;
  return [change(difference > 0 ? 'wider' : difference < 0 ? 'narrower' : 'change', 'mode', text)];
}

/** How much a permission mode allows: 0 less than the default of the session, 1 as much, 2 more. */
function laxness(mode: string | null): number {
  if (mode === null) return 1;
  if (/plan|read|ask|deny|manual|strict/i.test(mode)) return 0;
  return /bypass|accept|auto|yolo|never|full|danger|allow|trust/i.test(mode) ? 2 : 1;
}

function permissionChanges(before: Rights, after: Rights): RightsChange[] {
  const keys = new Set([...before.permissions.keys(), ...after.permissions.keys()]);
  return [...keys].flatMap(key => {
    const [was, is] = [before.permissions.get(key), after.permissions.get(key)];
    if (was === is) return [];
    const difference = weightOf(is) - weightOf(was);
    const text = `permission ${key}: ${was ?? 'unset'} → ${is ?? 'unset'}`;
    return [change(difference > 0 ? 'wider' : difference < 0 ? 'narrower' : 'change', 'permission', text)];
  });
}

/** How much a permission allows. Most tools allow what is not set. */
function weightOf(permission: string | undefined): number {
  if (permission === 'deny') return 0;
  return permission === 'ask' ? 1 : 2;
}

function commandChanges(before: Rights | undefined, after: Rights): RightsChange[] {
  const added = without(after.commands, before?.commands ?? []);
  const removed = without(before?.commands ?? [], after.commands);
  return [
    ...added.map(command => change('wider', 'command', `runs a new command: ${command}`)),
    ...removed.map(command => change('narrower', 'command', `no longer runs the command: ${command}`)),
  ];
}

function hiddenChanges(before: Rights | undefined, after: Rights): RightsChange[] {
  const more = after.hidden - (before?.hidden ?? 0);
  if (more <= 0) return [];
  return [change('wider', 'hidden', `${more} new hidden ${more === 1 ? 'character' : 'characters'}`)];
}

function modelChanges(before: Rights, after: Rights): RightsChange[] {
  if (before.model === after.model) return [];
  return [change('change', 'model', `model ${before.model ?? 'default'} → ${after.model ?? 'default'}`)];
}

/** Smaller differences are not worth a line. */
const fewestTokens = 50;

function promptChanges(before: Rights, after: Rights): RightsChange[] {
  const more = after.tokens - before.tokens;
  if (Math.abs(more) < fewestTokens) return [];
  const count = String(Math.abs(more)).replace(/\B(?=(?:\d{3})+$)/g, ',');
  return [change('change', 'prompt', `prompt ${more > 0 ? '+' : '−'}${count} tokens, roughly`)];
}

function namesOf(tools: readonly string[]): string {
  return tools.length === 0 ? 'no tools' : listed(tools);
}

function without(all: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others);
  return [...new Set(all)].filter(each => !known.has(each));
}
