import type { IssueText } from '../../../loading/issue.ts';
import { problems } from '../../../loading/problems.ts';
import { type ClaudeHookField, claudeHookCommonFields, claudeHookHandlers } from '../hookHandlers.ts';
import { kindOf } from './identity.ts';
import { isRecord, type Nested, partsOf } from './nested.ts';

const types = claudeHookHandlers.map(({ value }) => value);

/** An invalid part below an event. */
export interface HookError extends Pick<IssueText, 'problem' | 'advice'> {
  readonly at: Nested;
}

/** Everything that keeps hooks below an event from running. */
export function hookErrors(groups: Nested, event: string): HookError[] {
  if (!Array.isArray(groups.value))
    return [
      {
        at: groups,
        problem: `\`${event}\` must be a list of groups, not ${kindOf(groups.value)}`,
        advice: 'Write a list of groups, each with a list `hooks`',
      },
    ];
  return [...partsOf(groups).values()].flatMap(group => {
    const own = groupError(group);
    return own ? [own] : handlersOf(group).flatMap(handler => handlerError(handler) ?? []);
  });
}

function groupError(group: Nested): HookError | undefined {
  if (!isRecord(group.value))
    return { at: group, problem: `A group of hooks must be a mapping, not ${kindOf(group.value)}` };
  const { hooks, matcher } = group.value;
  const parts = partsOf(group);
  if (!Array.isArray(hooks))
    return hooks === undefined
      ? { at: group, problem: problems.missingKey('hooks'), advice: 'Give the group a list `hooks`' }
      : { at: parts.get('hooks')!, problem: `\`hooks\` must be a list, not ${kindOf(hooks)}` };
  if (matcher !== undefined && typeof matcher !== 'string')
    return { at: parts.get('matcher')!, problem: `\`matcher\` must be a string, not ${kindOf(matcher)}` };
  return undefined;
}

function handlersOf(group: Nested): Nested[] {
  const hooks = partsOf(group).get('hooks');
  return hooks ? [...partsOf(hooks).values()] : [];
}

function handlerError(handler: Nested): HookError | undefined {
  if (!isRecord(handler.value))
    return {
      at: handler,
      problem: `A hook must be a mapping with a \`type\`, not ${kindOf(handler.value)}`,
    };
  const parts = partsOf(handler);
  const { type } = handler.value;
  if (type === undefined)
    return {
      at: handler,
      problem: problems.missingKey('type'),
      advice: `Give the hook a \`type\`: ${types.join(', ')}`,
    };
  const known = claudeHookHandlers.find(({ value }) => value === type);
  if (!known)
    return {
      at: parts.get('type')!,
      problem: wrongType(type),
      advice: `Use one of ${types.join(', ')}`,
    };
  for (const wanted of [...known.fields, ...claudeHookCommonFields, ...undocumented(known.value)]) {
    const part = parts.get(wanted.name);
    if (part === undefined) {
      if (wanted.required)
        return {
          at: handler,
          problem: problems.missingKey(wanted.name),
          advice: `Give the hook of type \`${known.value}\` its \`${wanted.name}\``,
        };
    } else {
      const expected = expectedOf(wanted, part.value);
      if (expected !== undefined) return { at: part, problem: `\`${wanted.name}\` must be ${expected}` };
    }
  }
  return undefined;
}

/** What is wrong with the `type` of a hook or of an MCP server. */
export function wrongType(type: unknown): string {
  return typeof type === 'string'
    ? `Unknown value \`${type}\` for \`type\``
    : `\`type\` must be a string, not ${kindOf(type)}`;
}

/** Undocumented fields whose types were observed to be checked in 2.1.329. */
function undocumented(type: string): readonly ClaudeHookField[] {
  const description = 'Undocumented.';
  if (type === 'prompt') return [{ name: 'continueOnBlock', type: 'boolean', description }];
  return type === 'command' ? [{ name: 'rewakeMessage', type: 'string', description }] : [];
}

const isString = (value: unknown): value is string => typeof value === 'string';

/** What the field must be, where the value is something else. */
function expectedOf({ type, values }: ClaudeHookField, value: unknown): string | undefined {
  const checks: Record<ClaudeHookField['type'], readonly [boolean, string]> = {
    string: [isString(value), 'a string'],
    url: [isString(value) && isUrl(value), 'a complete URL, with `https://`'],
    positiveNumber: [typeof value === 'number' && value > 0, 'a number above zero, without quotes'],
    boolean: [typeof value === 'boolean', '`true` or `false`'],
    strings: [Array.isArray(value) && value.every(isString), 'a list of strings'],
    stringMap: [isRecord(value) && Object.values(value).every(isString), 'a mapping of strings'],
    map: [isRecord(value), 'a mapping'],
  };
  const [isRight, expected] = checks[type];
  if (!isRight) return expected;
  if (values && !values.some(entry => entry.value === value))
    return `one of ${values.map(entry => entry.value).join(', ')}`;
  return undefined;
}

/** True for a scheme with something after it; web schemes need a host. */
function isUrl(text: string): boolean {
  const match = /^([a-z][a-z0-9+.-]*):(.*)$/is.exec(text.trim());
  if (!match) return false;
  const [, scheme, rest] = match as unknown as [string, string, string];
  return /^(?:https?|wss?|ftp)$/i.test(scheme) ? /^\/*[^\s/?#]+(?:[/?#]|$)/.test(rest) : true;
}

/** The groups of an event without the invalid ones. */
export function validGroups(groups: Nested, event: string): unknown[] {
  if (hookErrors(groups, event).length === 0) return [...(groups.value as readonly unknown[])];
  return [...partsOf(groups).values()]
    .filter(group => !groupError(group))
    .map(group => ({
      ...(group.value as object),
      hooks: handlersOf(group)
        .filter(handler => !handlerError(handler))
        .map(({ value }) => value),
    }));
}
