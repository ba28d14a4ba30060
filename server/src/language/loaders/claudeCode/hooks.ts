import {
  type ClaudeHookField,
  claudeHookCommonFields,
  claudeHookEvents,
  claudeHookHandlers,
} from '../../dialects/vocabulary/claudeHooks.ts';
import { nearestWord } from '../../document/nearestWord.ts';
import type { Effect } from '../loader.ts';
import type { Field } from './fields.ts';
import { kindOf } from './identity.ts';
import { suggestionFor } from './keys.ts';
import { isRecord, type Nested, partsOf } from './nested.ts';
import type { NoteTaker } from './noteTaker.ts';

const events = new Map(claudeHookEvents.map(event => [event.value, event]));
const types = claudeHookHandlers.map(({ value }) => value);

/** The hooks that take effect, or that the agent is not loaded because of them. */
export type TakenHooks = Readonly<Record<string, readonly unknown[]>> | 'refused' | undefined;

/**
 * Takes `hooks`: events, each with a list of groups, each with a list of handlers. A handler or a group that is not
 * of the right shape is left out, save under PreToolUse and PermissionRequest: since such a hook may be what guards
 * the agent, Claude Code then does not load the agent at all.
 */
export function takeHooks(field: Field, notes: NoteTaker): TakenHooks {
  const { value } = field;
  if (value === null || value === '' || value === false) return undefined;
  if (!isRecord(value) || Array.isArray(value.hooks)) {
    notes.add(
      'hooks.invalid',
      'refused',
      notes.rangeWithin(field),
      `Claude Code does not load this agent: \`hooks\` must be a map from events such as \`PreToolUse\` to lists, and this is ${isRecord(value) ? 'a list of hooks without an event' : kindOf(value)}.${
        field.mended ? ' It was put in quotes, because the YAML of the front matter had to be mended.' : ''
      }`,
      { field: 'hooks' },
    );
    return 'refused';
  }
  const whole = { value, range: notes.rangeWithin(field), keyRange: field.keyRange, node: field.node };
  const taken: Record<string, unknown[]> = {};
  let isRefused = false;
  for (const [event, groups] of partsOf(whole)) {
    const known = events.get(event);
    if (known === undefined) {
      if (!Array.isArray(groups.value) && mayGuard(groups.value, 0)) {
        isRefused = true;
        noteGuardUnder(event, groups, notes);
      } else noteUnknownEvent(event, groups, notes);
      continue;
    }
    // A key without a value cannot guard anything.
    const isFatal = known.fatal === true && groups.value !== null;
    const faults = faultsIn(groups, event);
    for (const fault of faults) noteFault(fault, event, isFatal ? 'refused' : 'lost', notes);
    if (isFatal && faults.length > 0) isRefused = true;
    else taken[event] = soundGroups(groups, event);
  }
  return isRefused ? 'refused' : taken;
}

/** Not searched for hooks that stand in the wrong place. */
const notSearched = ['hooks', 'metadata'];
const deepest = 20;

/**
 * Hooks outside `hooks`: `PreToolUse:` at the margin, or a misspelt `hooks`. Since what may guard the agent must not be
 * lost, Claude Code does not load it. Gives the top-level key that holds them, when there is one.
 */
export function findStrayHooks(fields: ReadonlyMap<string, Field>, notes: NoteTaker): string | undefined {
  const stray = [...fields.values()].find(
    ({ key, value }) => !notSearched.includes(key) && mayGuard({ [key]: value }, 0),
  );
  if (stray === undefined) return undefined;
  const remedy =
    suggestionFor(stray.key, 'local') === 'hooks'
      ? 'Write `hooks` instead'
      : `Indent them below \`hooks:\`${events.has(stray.key) ? '' : ', under an event such as `PreToolUse`'}`;
  notes.add(
    'hooks.invalid',
    'refused',
    stray.keyRange,
    `Claude Code does not load this agent: hooks stand below \`${stray.key}\`, outside \`hooks\`, and they may be what guards it. ${remedy}.`,
    { field: stray.key },
  );
  return stray.key;
}

/**
 * Anything under PreToolUse or PermissionRequest, and any group with handlers that is not listed under another event.
 */
function mayGuard(value: unknown, depth: number): boolean {
  if (depth > deepest) return false;
  if (Array.isArray(value)) return value.some(item => mayGuard(item, depth + 1));
  if (!isRecord(value)) return false;
  if (Array.isArray(value.hooks) && value.hooks.some(isRecord)) return true;
  return Object.entries(value).some(([key, part]) => {
    const event = events.get(key);
    if (event?.fatal) return part !== null && !(Array.isArray(part) && part.length === 0);
    return event !== undefined && Array.isArray(part) ? false : mayGuard(part, depth + 1);
  });
}

function noteGuardUnder(event: string, { keyRange, range }: Nested, notes: NoteTaker): void {
  notes.add(
    'hooks.invalid',
    'refused',
    keyRange ?? range,
    `Claude Code does not load this agent: \`${event}\` is no event, and below it stand hooks that may be what guards the agent. Put them in a list under an event such as \`PreToolUse\`.`,
    { field: 'hooks' },
  );
}

function noteUnknownEvent(event: string, { keyRange, range }: Nested, notes: NoteTaker): void {
  const suggestion = nearestWord(event, [...events.keys()]);
  const guards = suggestion !== undefined && events.get(suggestion)!.fatal === true;
  notes.add(
    'hooks.event',
    guards ? 'widened' : 'lost',
    keyRange ?? range,
    `Claude Code has no event \`${event}\`, so these hooks never run.${
      suggestion === undefined ? '' : ` Did you mean \`${suggestion}\`? Names are case-sensitive.`
    }`,
    { field: 'hooks', ...(suggestion !== undefined && { data: { suggestion } }) },
  );
}

interface Fault {
  readonly at: Nested;
  /** What is wrong, as the end of a sentence that begins with the event. */
  readonly what: string;
}

function noteFault({ at, what }: Fault, event: string, effect: Effect, notes: NoteTaker): void {
  const consequence =
    effect === 'refused'
      ? `Claude Code does not load this agent, because a hook under \`${event}\` may be what guards it`
      : `Claude Code leaves this hook under \`${event}\` out`;
  notes.add('hooks.invalid', effect, at.range, `${consequence}: ${what}.`, { field: 'hooks' });
}

function faultsIn(groups: Nested, event: string): Fault[] {
  if (!Array.isArray(groups.value))
    return [
      {
        at: groups,
        what: `\`${event}\` must hold a list of groups, each with a list \`hooks\`, and this is ${kindOf(groups.value)}`,
      },
    ];
  return [...partsOf(groups).values()].flatMap(group => {
    const own = groupFault(group);
    return own ? [own] : handlersOf(group).flatMap(handler => handlerFault(handler) ?? []);
  });
}

function groupFault(group: Nested): Fault | undefined {
  if (!isRecord(group.value))
    return { at: group, what: `a group must be a map, and this is ${kindOf(group.value)}` };
  const { hooks, matcher } = group.value;
  const parts = partsOf(group);
  if (!Array.isArray(hooks))
    return hooks === undefined
      ? { at: group, what: 'the group has no list `hooks`' }
      : { at: parts.get('hooks')!, what: `\`hooks\` must be a list, and this is ${kindOf(hooks)}` };
  if (matcher !== undefined && typeof matcher !== 'string')
    return { at: parts.get('matcher')!, what: `\`matcher\` must be a text, and this is ${kindOf(matcher)}` };
  return undefined;
}

function handlersOf(group: Nested): Nested[] {
  const hooks = partsOf(group).get('hooks');
  return hooks ? [...partsOf(hooks).values()] : [];
}

function handlerFault(handler: Nested): Fault | undefined {
  if (!isRecord(handler.value))
    return {
      at: handler,
      what: `a hook must be a map with a \`type\`, and this is ${kindOf(handler.value)}`,
    };
  const parts = partsOf(handler);
  const { type } = handler.value;
  if (type === undefined) return { at: handler, what: 'the hook has no `type`' };
  const known = claudeHookHandlers.find(({ value }) => value === type);
  if (!known) return { at: parts.get('type')!, what: `\`type\` must be one of ${types.join(', ')}` };
  for (const wanted of [...known.fields, ...claudeHookCommonFields, ...undocumented(known.value)]) {
    const part = parts.get(wanted.name);
    if (part === undefined) {
      if (wanted.required)
        return { at: handler, what: `a hook of type \`${known.value}\` needs \`${wanted.name}\`` };
    } else {
      const expected = expectedOf(wanted, part.value);
      if (expected !== undefined) return { at: part, what: `\`${wanted.name}\` must be ${expected}` };
    }
  }
  return undefined;
}

/** Fields that no documentation names, and whose types 2.1.329 was seen to check. */
function undocumented(type: string): readonly ClaudeHookField[] {
  const description = 'Undocumented.';
  if (type === 'prompt') return [{ name: 'continueOnBlock', type: 'boolean', description }];
  return type === 'command' ? [{ name: 'rewakeMessage', type: 'string', description }] : [];
}

const isText = (value: unknown): value is string => typeof value === 'string';

/** What the field must be, when the value is not that. */
function expectedOf({ type, values }: ClaudeHookField, value: unknown): string | undefined {
  const checks: Record<ClaudeHookField['type'], readonly [boolean, string]> = {
    string: [isText(value), 'a text'],
    url: [isText(value) && isUrl(value), 'a whole URL, with `https://`'],
    positiveNumber: [typeof value === 'number' && value > 0, 'a number above zero, without quotes'],
    boolean: [typeof value === 'boolean', '`true` or `false`'],
    strings: [Array.isArray(value) && value.every(isText), 'a list of texts'],
    stringMap: [isRecord(value) && Object.values(value).every(isText), 'a map of texts'],
    map: [isRecord(value), 'a map'],
  };
  const [isRight, expected] = checks[type];
  if (!isRight) return expected;
  if (values && !values.some(term => term.value === value))
    return `one of ${values.map(term => term.value).join(', ')}`;
  return undefined;
}

/** A scheme and something behind it; a host where the scheme is the web's. */
function isUrl(text: string): boolean {
  const match = /^([a-z][a-z0-9+.-]*):(.*)$/is.exec(text.trim());
  if (!match) return false;
  const [, scheme, rest] = match as unknown as [string, string, string];
  return /^(?:https?|wss?|ftp)$/i.test(scheme) ? /^\/*[^\s/?#]+(?:[/?#]|$)/.test(rest) : true;
}

/** What is left of an event's groups when the faulty ones are left out. */
function soundGroups(groups: Nested, event: string): unknown[] {
  if (faultsIn(groups, event).length === 0) return [...(groups.value as readonly unknown[])];
  return [...partsOf(groups).values()]
    .filter(group => !groupFault(group))
    .map(group => ({
      ...(group.value as object),
      hooks: handlersOf(group)
        .filter(handler => !handlerFault(handler))
        .map(({ value }) => value),
    }));
}
