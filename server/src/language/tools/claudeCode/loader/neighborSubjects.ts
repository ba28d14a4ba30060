import { quotedKeys, type Subject } from './subject.ts';

/** The keys of a skill. `disallowedTools` and the last three are undocumented and were observed to be read. */
export const skillKeys: readonly string[] = [
  'name',
  'description',
  'when_to_use',
  'argument-hint',
  'arguments',
  'disable-model-invocation',
  'user-invocable',
  'allowed-tools',
  'disallowed-tools',
  'disallowedTools',
  'model',
  'effort',
  'context',
  'agent',
  'background',
  'hooks',
  'paths',
  'shell',
  'metadata',
  'license',
  'compatibility',
  'display-name',
  'default-enabled',
  'fallback',
];

/** Keys of a skill that have no effect in a command. */
export const ignoredInCommands: readonly string[] = ['name', 'paths'];

/** What keeps Claude from doing something. `allowed-tools` does not: other tools ask for permission. */
const limits: readonly string[] = [
  'disable-model-invocation',
  'disallowed-tools',
  'disallowedTools',
  'hooks',
];

const skillTelling = ['name', 'description', 'allowed-tools', 'argument-hint', 'disable-model-invocation'];

export const skillSubject: Subject = {
  keys: skillKeys,
  limits,
  identifyingKeys: skillTelling,
  prose: ['description', 'when_to_use'],
  shown: ['argument-hint'],
  unread: hasLimits => ({
    effect: hasLimits ? 'unrestricted' : 'ignored',
    consequence: 'Claude Code loads this skill without any of its front matter, including its description',
  }),
  withoutLimits: lost => `the skill runs without ${quotedKeys(lost)}`,
};

export const commandSubject: Subject = {
  ...skillSubject,
  unread: hasLimits => ({
    effect: hasLimits ? 'unrestricted' : 'ignored',
    consequence: 'Claude Code loads this command without any of its front matter',
  }),
  withoutLimits: lost => `the command runs without ${quotedKeys(lost)}`,
};

/** The keys of an output style. */
export const styleKeys: readonly string[] = [
  'name',
  'description',
  'keep-coding-instructions',
  'force-for-plugin',
];

export const styleSubject: Subject = {
  keys: styleKeys,
  limits: [],
  identifyingKeys: ['name', 'description', 'keep-coding-instructions'],
  prose: ['description'],
  shown: [],
  unread: () => ({
    effect: 'ignored',
    consequence: 'Claude Code loads this output style under the name of the file, without its front matter',
  }),
  withoutLimits: () => '',
};

export const ruleSubject: Subject = {
  keys: ['paths'],
  limits: [],
  identifyingKeys: ['paths', 'globs'],
  prose: [],
  // These have no effect here.
  shown: ['globs', 'description'],
  unread: () => ({
    effect: 'ignored',
    consequence: 'Claude Code reads this rule in every session, whatever its `paths`',
  }),
  withoutLimits: () => '',
};
