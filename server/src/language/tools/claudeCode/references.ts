import type { ReferenceConventions, ReferencePlace, TextForm } from '../../dialect/references.ts';
import type { LoadResult } from '../../loading/loader.ts';

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
const inTexts = {
  text: [startedAgent],
  mention: '@agent-',
  invoke: '/',
  builtInSkills,
  serverTools: 'mcp__',
} as const;

/** The server in the name of an MCP tool, or of all tools of a server. */
const serverForm = {
  word: 'mcp__',
  form: /(?<![\w-])mcp__([A-Za-z0-9-]+(?:_[A-Za-z0-9-]+)*)(?=__|[\s,"'()|\]]|$)/dg,
};

/** The servers in the matchers of hooks and in hooks that call their tools. */
const inHooks: ReferencePlace[] = [
  { path: ['hooks', '*', '#', 'matcher'], to: 'server', within: serverForm },
  { path: ['hooks', '*', '#', 'hooks', '#', 'server'], to: 'server' },
];

/** The tools of an agent: those that it may start, the skills that it may call, those of MCP servers. */
function calls(key: string): ReferencePlace[] {
  return [
    { path: [key], to: 'server', within: serverForm },
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
      preloads: true,
    },
    { path: ['mcpServers', '#'], to: 'server' },
    ...inHooks,
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
    ...inHooks,
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
      takesBareNames: true,
      isChosen: true,
      missing: 'Claude Code starts the session without an agent',
    },
    {
      path: ['outputStyle'],
      to: 'style',
      isChosen: true,
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
      { path: ['permissions', list, '#'], to: 'server', within: serverForm },
    ]),
    { path: ['enabledMcpjsonServers', '#'], to: 'server' },
    { path: ['disabledMcpjsonServers', '#'], to: 'server' },
    ...inHooks,
  ],
  builtInSkills,
  builtInStyles: ['default', 'Default', 'Proactive', 'Concise', 'Explanatory', 'Learning'],
};

/** The names in the hooks of a plugin. */
export const claudeHooksReferences: ReferenceConventions = { places: inHooks };

/**
 * The names of servers as tools and agents call them: with `_` for other characters than letters, digits, `_` and `-`,
 * and in a plugin with its name (recorded with 2.1.329 on 2026-11-29).
 */
export function claudeServerNames({ fields }: LoadResult, plugin: string | undefined): readonly string[] {
  const { mcpServers } = fields;
  if (typeof mcpServers !== 'object' || mcpServers === null || Array.isArray(mcpServers)) return [];
  return Object.keys(mcpServers).flatMap(name =>
    plugin === undefined
      ? [name, plain(name)]
      : [`plugin_${plain(plugin)}_${plain(name)}`, `plugin:${plugin}:${plain(name)}`],
  );
}

function plain(name: string): string {
  return name.replace(/[^A-Za-z0-9_-]/g, '_');
}
