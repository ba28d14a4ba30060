import { type ClaudeHookField, claudeHookCommonFields, claudeHookHandlers } from '../hookHandlers.ts';
import { kindOf } from './identity.ts';
import { isRecord, type Nested, partsOf } from './nested.ts';

const types = claudeHookHandlers.map(({ value }) => value);

/** Something of a wrong shape below an event. */
export interface HookError {
  readonly at: Nested;
  /** What is wrong, as the end of a sentence that begins with the event. */
  readonly what: string;
}

/** Everything that keeps hooks below an event from being taken. */
export function hookErrors(groups: Nested, event: string): HookError[] {
  if (!Array.isArray(groups.value))
    return [
      {
        at: groups,
        what: `\`${event}\` must hold a list of groups, each with a list \`hooks\`, and this is ${kindOf(groups.value)}`,
      },
    ];
  return [...partsOf(groups).values()].flatMap(group => {
    const own = groupError(group);
    return own ? [own] : handlersOf(group).flatMap(handler => handlerError(handler) ?? []);
  });
}

function groupError(group: Nested): HookError | undefined {
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

function handlerError(handler: Nested): HookError | undefined {
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
export function soundGroups(groups: Nested, event: string): unknown[] {
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
