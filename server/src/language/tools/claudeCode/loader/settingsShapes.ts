import {
  boolean,
  choice,
  isMapping,
  list,
  listOrText,
  map,
  number,
  record,
  type Shape,
  text,
} from '../../../loading/shape.ts';
import { claudePermissionModes, claudeSkillOverrides } from '../values.ts';

const any: Shape = () => [];

const wholeDays = number('a whole number above zero', value => Number.isInteger(value) && value > 0);

/** `true` or `false` for a plugin, or the versions that may be used of it. */
const enabled: Shape = (value, path) => {
  if (typeof value === 'boolean' || Array.isArray(value)) return [];
  const problem = value === null ? 'null' : 'type';
  return [{ path, problem, expected: '`true` or `false`', accepts: ['boolean'] }];
};

const attribution: Shape = (value, path) => {
  if (typeof value === 'boolean' || isMapping(value)) return [];
  const expected = '`true`, `false` or a mapping';
  const problem = value === null ? 'null' : 'type';
  return [{ path, problem, expected, accepts: ['boolean', 'mapping'] }];
};

const modes = claudePermissionModes.flatMap(({ value, aliases = [] }) => [value, ...aliases]);

/**
 * The settings for whose wrong values Claude Code does not read the file at all (recorded with 2.1.332 on 2026-11-29).
 * `hooks` are read apart. Other keys are not checked, as not all of them are known.
 */
export const settingsShapes: Readonly<Record<string, Shape>> = {
  permissions: map({
    optional: {
      allow: list(any),
      ask: list(any),
      deny: list(any),
      additionalDirectories: list(text()),
      defaultMode: choice(...modes),
    },
  }),
  env: record(any),
  model: text(),
  agent: text(),
  outputStyle: text(),
  language: text(),
  apiKeyHelper: text(),
  enabledPlugins: record(enabled),
  skillListingBudgetFraction: number('a number above 0, at most 1', value => value > 0 && value <= 1),
  skillListingMaxDescChars: number(
    'a whole number above zero',
    value => Number.isInteger(value) && value > 0,
  ),
  skillOverrides: record(choice(...claudeSkillOverrides.map(({ value }) => value))),
  disableBundledSkills: boolean,
  disableAllHooks: boolean,
  includeCoAuthoredBy: boolean,
  alwaysThinkingEnabled: boolean,
  enableAllProjectMcpServers: boolean,
  enabledMcpjsonServers: listOrText(text()),
  disabledMcpjsonServers: listOrText(text()),
  cleanupPeriodDays: wholeDays,
  statusLine: map({ required: { type: choice('command'), command: text() } }),
  sandbox: map({}),
  attribution,
};

/** Settings of which only a wrong part is ignored. */
export const tolerantShapes: Readonly<Record<string, Shape>> = {
  extraKnownMarketplaces: record(map({ required: { source: map({}) } })),
};
