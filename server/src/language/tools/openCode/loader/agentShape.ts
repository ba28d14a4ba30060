import {
  boolean,
  choice,
  isMapping,
  type Mismatch,
  map,
  number,
  record,
  type Shape,
  text,
} from '../../../loading/shape.ts';
import { quotedList } from '../../../wordList.ts';
import { openCodeActions, openCodeScalarPermissions, openCodeThemeColors } from '../vocabulary.ts';

const actions = openCodeActions.map(({ value }) => value);
const anyAction = quotedList(actions);
const themeColors = new Set(openCodeThemeColors.map(({ value }) => value));

const finite = number('a number', Number.isFinite);
const count = number('a positive integer', value => Number.isSafeInteger(value) && value > 0);

/** `#RRGGBB` or a theme color. */
const color: Shape = (value, path) => {
  const expected = '`"#RRGGBB"`, in quotes and with six digits, or a theme color';
  if (typeof value !== 'string') return [{ path, problem: value === null ? 'null' : 'type', expected }];
  return /^#[0-9a-fA-F]{6}$/.test(value) || themeColors.has(value)
    ? []
    : [{ path, problem: 'form', expected }];
};

const action: Shape = (value, path) => {
  if (value === null) return [{ path, problem: 'null', expected: anyAction }];
  if (typeof value === 'object') return [{ path, problem: 'type', expected: anyAction }];
  return actions.includes(value as string)
    ? []
    : [{ path, problem: 'choice', expected: anyAction, choices: actions }];
};

/** The permissions of an agent: one action for all, or a mapping of actions and of mappings of patterns to actions. */
const permission =
  (one: Shape): Shape =>
  (value, path) => {
    if (!isMapping(value)) {
      return one(value, path).map(mismatch =>
        mismatch.problem === 'choice'
          ? mismatch
          : { ...mismatch, expected: '`allow`, `ask`, `deny` or a mapping' },
      );
    }
    return Object.entries(value).flatMap(([key, rule]): readonly Mismatch[] =>
      isMapping(rule) && !openCodeScalarPermissions.has(key)
        ? record(one)(rule, [...path, key])
        : one(rule, [...path, key]),
    );
  };

/** Accepts `null` as well. */
const orNull =
  (shape: Shape): Shape =>
  (value, path) =>
    value === null ? [] : shape(value, path);

/** What OpenCode 1.18.33 checks in `permission`. */
export const openCodePermissionShape: Shape = permission(action);

const fields: Readonly<Record<string, Shape>> = {
  description: text(),
  mode: choice('subagent', 'primary', 'all'),
  model: text(),
  variant: text(),
  temperature: finite,
  top_p: finite,
  steps: count,
  maxSteps: count,
  disable: boolean,
  hidden: boolean,
  color,
  tools: record(boolean, 'a mapping of tool names to `true` or `false`'),
  permission: openCodePermissionShape,
  options: record(() => []),
};

/** What OpenCode 1.18.33 checks in an agent's front matter. `name`, `prompt` and unknown keys are not checked. */
export const openCodeAgentShape: Shape = map({ optional: fields });

/** The fields in which Kilo 7.7.9 reads `null` as "not set". */
const nullable = ['description', 'model', 'temperature', 'top_p', 'steps'];

/** What Kilo 7.7.9 checks: the same as OpenCode, but it accepts `null` in some fields and in every action. */
export const kiloAgentShape: Shape = map({
  optional: {
    ...fields,
    ...Object.fromEntries(nullable.map(key => [key, orNull(fields[key]!)])),
    permission: permission(orNull(action)),
  },
});

/** What both check in a command's front matter. `template` is not checked: the body replaces it. */
export const commandShape: Shape = map({
  optional: { description: text(), agent: text(), model: text(), subtask: boolean },
});

/** The keys that an agent's schema knows; any other is sent to the model provider. */
export const agentKeys: readonly string[] = ['name', 'prompt', ...Object.keys(fields)];

/** The keys that a command's schema knows; any other is ignored. */
export const commandKeys: readonly string[] = [
  'name',
  'template',
  'description',
  'agent',
  'model',
  'subtask',
];
