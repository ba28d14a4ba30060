import { nearestWord } from '../../../document/nearestWord.ts';
import type { Effect } from '../../../loading/issue.ts';
import { claudeHookEvents } from '../hookEvents.ts';
import type { Field } from './fields.ts';
import { type HookError, hookErrors, soundGroups } from './hookShape.ts';
import { kindOf } from './identity.ts';
import type { IssueCollector } from './issueCollector.ts';
import { suggestionFor } from './keys.ts';
import { isRecord, type Nested, partsOf } from './nested.ts';

/** What Claude Code does when hooks that may guard a file cannot be taken. */
export interface HookLoss {
  readonly effect: Effect;
  /** The beginning of a sentence: "Claude Code does not load this agent". */
  readonly consequence: string;
}

const agentRefused: HookLoss = {
  effect: 'rejected',
  consequence: 'Claude Code does not load this agent',
};

const events = new Map(claudeHookEvents.map(event => [event.value, event]));

/** The hooks that take effect, or that those which may guard the file cannot be taken. */
export type TakenHooks = Readonly<Record<string, readonly unknown[]>> | 'rejected' | undefined;

/**
 * Takes `hooks`: events, each with a list of groups, each with a list of handlers. A handler or a group that is not
 * of the right shape is left out, save under PreToolUse and PermissionRequest: since such a hook may be what guards
 * the file, Claude Code then does not load the agent at all, or what `loss` says.
 */
export function takeHooks(field: Field, issues: IssueCollector, loss: HookLoss = agentRefused): TakenHooks {
  const { value } = field;
  if (value === null || value === '' || value === false) return undefined;
  if (!isRecord(value) || Array.isArray(value.hooks)) {
    issues.add(
      'hooks.invalid',
      loss.effect,
      issues.rangeWithin(field),
      `${loss.consequence}: \`hooks\` must be a map from events such as \`PreToolUse\` to lists, and this is ${isRecord(value) ? 'a list of hooks without an event' : kindOf(value)}.${
        field.repaired ? ' It was put in quotes, because the YAML of the front matter had to be mended.' : ''
      }`,
      { field: 'hooks' },
    );
    return 'rejected';
  }
  const whole = { value, range: issues.rangeWithin(field), keyRange: field.keyRange, node: field.node };
  const taken: Record<string, unknown[]> = {};
  let isRefused = false;
  for (const [event, groups] of partsOf(whole)) {
    const known = events.get(event);
    if (known === undefined) {
      if (!Array.isArray(groups.value) && mayGuard(groups.value, 0)) {
        isRefused = true;
        reportGuardUnder(event, groups, loss, issues);
      } else reportUnknownEvent(event, groups, issues);
      continue;
    }
    // A key without a value cannot guard anything.
    const isFatal = known.fatal === true && groups.value !== null;
    const errors = hookErrors(groups, event);
    for (const error of errors) reportError(error, event, isFatal ? loss : undefined, issues);
    if (isFatal && errors.length > 0) isRefused = true;
    else taken[event] = soundGroups(groups, event);
  }
  return isRefused ? 'rejected' : taken;
}

/** Not searched for hooks that stand in the wrong place. */
const notSearched = ['hooks', 'metadata'];
const deepest = 20;

/**
 * Hooks outside `hooks`: `PreToolUse:` at the margin, or a misspelt `hooks`. Since what may guard the agent must not be
 * lost, Claude Code does not load it. Gives the top-level key that holds them, when there is one.
 */
export function findStrayHooks(
  fields: ReadonlyMap<string, Field>,
  issues: IssueCollector,
): string | undefined {
  const stray = [...fields.values()].find(
    ({ key, value }) => !notSearched.includes(key) && mayGuardUnder(key, value, 0),
  );
  if (stray === undefined) return undefined;
  const remedy =
    suggestionFor(stray.key, 'local') === 'hooks'
      ? 'Write `hooks` instead'
      : `Indent them below \`hooks:\`${events.has(stray.key) ? '' : ', under an event such as `PreToolUse`'}`;
  issues.add(
    'hooks.invalid',
    'rejected',
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
  return Object.entries(value).some(([key, part]) => mayGuardUnder(key, part, depth));
}

function mayGuardUnder(key: string, value: unknown, depth: number): boolean {
  const event = events.get(key);
  if (event?.fatal) return value !== null && !(Array.isArray(value) && value.length === 0);
  return event !== undefined && Array.isArray(value) ? false : mayGuard(value, depth + 1);
}

function reportGuardUnder(
  event: string,
  { keyRange, range }: Nested,
  { effect, consequence }: HookLoss,
  issues: IssueCollector,
): void {
  issues.add(
    'hooks.invalid',
    effect,
    keyRange ?? range,
    `${consequence}: \`${event}\` is no event, and below it stand hooks that may be what guards it. Put them in a list under an event such as \`PreToolUse\`.`,
    { field: 'hooks' },
  );
}

function reportUnknownEvent(event: string, { keyRange, range }: Nested, issues: IssueCollector): void {
  const suggestion = nearestWord(event, [...events.keys()]);
  const guards = suggestion !== undefined && events.get(suggestion)!.fatal === true;
  issues.add(
    'hooks.event',
    guards ? 'unrestricted' : 'ignored',
    keyRange ?? range,
    `Claude Code has no event \`${event}\`, so these hooks never run.${
      suggestion === undefined ? '' : ` Did you mean \`${suggestion}\`? Names are case-sensitive.`
    }`,
    { field: 'hooks', ...(suggestion !== undefined && { data: { suggestion } }) },
  );
}

/** `loss`: what follows where the hook may be what guards the file; else only the hook is left out. */
function reportError(
  { at, what }: HookError,
  event: string,
  loss: HookLoss | undefined,
  issues: IssueCollector,
): void {
  const consequence = loss
    ? `${loss.consequence}, because a hook under \`${event}\` may be what guards it`
    : `Claude Code leaves this hook under \`${event}\` out`;
  issues.add('hooks.invalid', loss?.effect ?? 'ignored', at.range, `${consequence}: ${what}.`, {
    field: 'hooks',
  });
}
