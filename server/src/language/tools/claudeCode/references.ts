import type { ReferenceConventions, ReferencePlace, TextForm } from '../../dialect/references.ts';

// Recorded of Claude Code 2.1.332 on 2026-11-29, unless noted: which names it finds, and what it does with others.

const agentCalls = ['Agent', 'Task'];

/**
 * The skills and prompts that are built in. They differ a little between models and sessions, so a name that is not among
 * them is not certainly wrong.
 */
const builtInSkills = [
  'claude-api',
  'code-review',
  'dataviz',
  'fewer-permission-prompts',
  'init',
  'keybindings-help',
  'loop',
  'plugin-authoring',
  'run',
  'security-review',
  'simplify',
  'update-config',
  'workflow-authoring',
];

/** The agent that a call in a prompt starts, as the model is shown it. */
const startedAgent: TextForm = {
  to: 'agent',
  word: 'subagent_type',
  form: /\bsubagent_type["'`]?\s*[:=]\s*["'`]([^"'`\r\n]{1,200})["'`]/dg,
  missing: 'Claude Code answers a call with this name with an error',
  starts: { tools: agentCalls, without: 'Claude Code gives the agent no tool that starts another' },
};

/** What every text for Claude Code can name. */
const inTexts = { text: [startedAgent], mention: '@agent-', invoke: '/', builtInSkills } as const;

/** The tools of an agent: those that it may start, the skills that it may call. */
function calls(key: string): ReferencePlace[] {
  return [
    {
      path: [key],
      to: 'agent',
      calls: agentCalls,
      missing: 'Claude Code allows an agent that it does not have',
    },
    { path: [key], to: 'skill', calls: ['Skill'], missing: 'Claude Code matches no skill with it' },
  ];
}

export const claudeAgentReferences: ReferenceConventions = {
  places: [
    ...calls('tools'),
    ...calls('disallowedTools'),
    {
      path: ['skills'],
      to: 'skill',
      separator: 'comma',
      missing: 'Claude Code starts the agent without it',
    },
  ],
  ...inTexts,
};

export const claudeSkillReferences: ReferenceConventions = {
  places: [
    {
      path: ['agent'],
      to: 'agent',
      when: { key: 'context', value: 'fork' },
      missing: 'Claude Code runs the text on `general-purpose`, with all tools',
    },
    ...calls('allowed-tools'),
    ...calls('disallowed-tools'),
  ],
  ...inTexts,
};

/** Files without fields that name others. */
export const claudeTextReferences: ReferenceConventions = { places: [], ...inTexts };

/** The names in settings. */
export const claudeSettingsReferences: ReferenceConventions = {
  places: [
    {
      path: ['agent'],
      to: 'agent',
      missing: 'Claude Code starts the session without an agent',
    },
    {
      path: ['outputStyle'],
      to: 'style',
      missing: 'Claude Code uses its default style',
    },
    {
      path: ['skillOverrides'],
      keys: true,
      to: 'skill',
      missing: 'Claude Code has nothing to override',
    },
    ...(['allow', 'ask', 'deny'] as const).flatMap((list): ReferencePlace[] => [
      { path: ['permissions', list, '#'], to: 'agent', calls: agentCalls },
      { path: ['permissions', list, '#'], to: 'skill', calls: ['Skill'] },
    ]),
  ],
  builtInSkills,
  builtInStyles: ['default', 'Default', 'Explanatory', 'Learning'],
};
