import { nearestWord } from '../../../document/nearestWord.ts';
import type { Effect } from '../../../loading/issue.ts';
import { problems } from '../../../loading/problems.ts';
import { claudeHookEvents } from '../hookEvents.ts';
import type { Field } from './fields.ts';
import { mayGuard, mayGuardUnder } from './hookGuards.ts';
import { type HookError, hookErrors, validGroups } from './hookShape.ts';
import type { IssueCollector } from './issueCollector.ts';
import { suggestionFor } from './keys.ts';
import { isRecord, type Nested, partsOf } from './nested.ts';
import { reportVainHooks } from './vainHooks.ts';

/** What Claude Code does when it cannot use hooks that may guard a file. */
export interface HookLoss {
  readonly effect: Effect;
  /** A whole clause: "Claude Code does not load this agent". */
  readonly consequence: string;
  /** The same where `hooks` is not a mapping and nothing in it may guard; absent where that changes nothing. */
  readonly unguarded?: Pick<HookLoss, 'effect' | 'consequence'>;
  /** True where an empty string and `false` are like any other value of a wrong type. */
  readonly refusesEmpty?: true;
}

const agentRefused: HookLoss = {
  effect: 'rejected',
  consequence: 'Claude Code does not load this agent',
};

const events = new Map(claudeHookEvents.map(event => [event.value, event]));

/** Whether a name is that of an event. */
export function isEvent(name: string): boolean {
  return events.has(name);
}

/** The hooks that take effect, or `rejected` where hooks that may guard the file are invalid. */
export type ReadHooks = Readonly<Record<string, readonly unknown[]>> | 'rejected' | undefined;

/**
 * Reads `hooks`: events, each with a list of groups, each with a list of handlers. An invalid handler or group is
 * dropped, except under PreToolUse and PermissionRequest: since such a hook may be what guards the file, Claude Code
 * then does not load the agent at all, or does what `loss` says.
 */
export function takeHooks(field: Field, issues: IssueCollector, loss: HookLoss = agentRefused): ReadHooks {
  const { value } = field;
  if (value === null || (!loss.refusesEmpty && (value === '' || value === false))) return undefined;
  if (!isRecord(value) || Array.isArray(value.hooks)) {
    const { effect, consequence } = (!mayGuard(value, 0) && loss.unguarded) || loss;
    issues.add(
      'hooks.invalid',
      effect,
      issues.rangeWithin(field),
      {
        problem: isRecord(value) ? '`hooks` has hooks without an event' : '`hooks` must be a mapping',
        consequence: field.repaired
          ? `${consequence}: it put the value in quotes to repair the YAML of the front matter`
          : consequence,
        advice: 'Write events such as `PreToolUse`, each with a list',
      },
      { field: 'hooks', data: isRecord(value) ? undefined : { expected: ['mapping'] } },
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
    else taken[event] = validGroups(groups, event);
    if (errors.length === 0) reportVainHooks(groups, known, issues);
  }
  return isRefused ? 'rejected' : taken;
}

/** The keys of front matter that are not searched for misplaced hooks. */
const notSearched = ['hooks', 'metadata'];

/**
 * Finds hooks outside `hooks`: a top-level `PreToolUse:`, or a misspelled `hooks`. Since what may guard the agent must
 * not be lost, Claude Code does not load it. Returns the top-level key that holds them, if any.
 */
export function findStrayHooks(
  fields: ReadonlyMap<string, Field>,
  issues: IssueCollector,
  loss: HookLoss = agentRefused,
  except: readonly string[] = notSearched,
): string | undefined {
  const stray = [...fields.values()].find(
    ({ key, value }) => !except.includes(key) && mayGuardUnder(key, value, 0),
  );
  if (stray === undefined) return undefined;
  const advice =
    suggestionFor(stray.key, 'local') === 'hooks'
      ? 'Write `hooks` instead'
      : `Indent them below \`hooks:\`${events.has(stray.key) ? '' : ', under an event such as `PreToolUse`'}`;
  issues.add(
    'hooks.invalid',
    loss.effect,
    stray.keyRange,
    {
      problem: `Hooks are below \`${stray.key}\`, outside \`hooks\``,
      consequence: `${loss.consequence}: these hooks may be what guards it`,
      advice,
    },
    { field: stray.key },
  );
  return stray.key;
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
    {
      problem: problems.unknownEvent(event),
      consequence: `${consequence}: the hooks below may be what guards it`,
      advice: 'Put them in a list under an event such as `PreToolUse`',
    },
    { field: 'hooks', subject: event },
  );
}

function reportUnknownEvent(event: string, { keyRange, range }: Nested, issues: IssueCollector): void {
  const suggestion = nearestWord(event, [...events.keys()]);
  const guards = suggestion !== undefined && events.get(suggestion)!.fatal === true;
  issues.add(
    'hooks.event',
    guards ? 'unrestricted' : 'ignored',
    keyRange ?? range,
    {
      problem: problems.unknownEvent(event),
      consequence: 'Claude Code never runs these hooks; event names are case-sensitive',
      ...(suggestion !== undefined && { advice: `Did you mean \`${suggestion}\`?` }),
    },
    { field: 'hooks', subject: event, ...(suggestion !== undefined && { data: { suggestion } }) },
  );
}

/** `loss`: the consequence where the hook may be what guards the file; otherwise only the hook is dropped. */
function reportError(
  { at, problem, advice }: HookError,
  event: string,
  loss: HookLoss | undefined,
  issues: IssueCollector,
): void {
  const consequence = loss
    ? `${loss.consequence}: a hook under \`${event}\` may be what guards it`
    : `Claude Code drops this hook under \`${event}\``;
  issues.add(
    'hooks.invalid',
    loss?.effect ?? 'ignored',
    at.range,
    { problem, consequence, ...(advice !== undefined && { advice }) },
    { field: 'hooks', subject: event },
  );
}
