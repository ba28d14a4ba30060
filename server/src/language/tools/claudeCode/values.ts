import type { VocabularyEntry } from '../../dialect/dialect.ts';

// Each was tried with 2.1.329 (2026-11-21), which accepted it or listed it as valid.

/** `permissionMode`. Case-sensitive. */
export const claudePermissionModes: readonly VocabularyEntry[] = [
  {
    value: 'default',
    description: 'Asks before the first use of each tool that needs permission.',
    aliases: ['manual'],
  },
  { value: 'acceptEdits', description: 'Accepts file edits without asking.' },
  { value: 'plan', description: 'Only reads and plans; changes nothing.' },
  { value: 'auto', description: 'A classifier decides about each call instead of asking.' },
  { value: 'dontAsk', description: 'Denies whatever is not allowed in advance, instead of asking.' },
  {
    value: 'bypassPermissions',
    description:
      'Never asks. In an agent it applies only when the conversation that starts it is already in this mode (2.1.267 and later).',
  },
];

/** `memory`. Case-sensitive. */
export const claudeMemoryScopes: readonly VocabularyEntry[] = [
  {
    value: 'user',
    description: 'Remembers across all projects, in `~/.claude/agent-memory/<name>/`.',
  },
  {
    value: 'project',
    description:
      'Remembers for this project and shares it through version control, in `.claude/agent-memory/<name>/`.',
  },
  {
    value: 'local',
    description: 'Remembers for this project on this machine only, in `.claude/agent-memory-local/<name>/`.',
  },
];

/** `isolation`. */
export const claudeIsolations: readonly VocabularyEntry[] = [
  {
    value: 'worktree',
    description: 'Works in its own git worktree, removed again when nothing changed.',
  },
  { value: 'remote', description: 'Undocumented, and not available to everyone.', hidden: true },
];

/** `color`. Any other value is silently accepted and not shown. The terminal’s theme determines the actual color. */
export const claudeColors: readonly VocabularyEntry[] = [
  { value: 'red', description: 'Red.', css: '#dc2626' },
  { value: 'blue', description: 'Blue.', css: '#2563eb' },
  { value: 'green', description: 'Green.', css: '#16a34a' },
  { value: 'yellow', description: 'Yellow.', css: '#ca8a04' },
  { value: 'purple', description: 'Purple.', css: '#9333ea' },
  { value: 'orange', description: 'Orange.', css: '#ea580c' },
  { value: 'pink', description: 'Pink.', css: '#db2777' },
  { value: 'cyan', description: 'Cyan.', css: '#0891b2' },
];

/** `experimental.cacheTtl`. */
export const claudeCacheTtls: readonly VocabularyEntry[] = [
  { value: '5m', description: 'Keeps the prompt cache for five minutes.' },
  { value: '1h', description: 'Keeps the prompt cache for an hour.' },
];

/** `type` of an MCP server. */
export const claudeMcpServerTypes: readonly VocabularyEntry[] = [
  { value: 'stdio', description: 'A program started on this machine; the default.' },
  { value: 'http', description: 'A server reached through streamable HTTP.' },
  { value: 'sse', description: 'A server reached through server-sent events.' },
  { value: 'ws', description: 'A server reached through WebSocket.' },
];

/** Servers defined in the agent's own `mcpServers`. */
export const claudeMcpServerForms: readonly VocabularyEntry[] = [
  {
    value: 'name: { command }',
    description: 'A server defined here: a program started on this machine.',
    snippet: '${1:name}:\n  type: stdio\n  command: ${2:npx}\n  args: [${3}]',
  },
  {
    value: 'name: { url }',
    description: 'A server defined here: reached over the network.',
    snippet: '${1:name}:\n  type: ${2|http,sse,ws|}\n  url: ${3:https://example.com/mcp}',
  },
];

/** `context` of a skill or command. */
export const claudeContexts: readonly VocabularyEntry[] = [
  {
    value: 'fork',
    description: 'In its own subagent, whose result returns to the conversation.',
  },
];

/** `shell` of a skill or command. */
export const claudeShells: readonly VocabularyEntry[] = [
  { value: 'bash', description: 'Bash; the default.' },
  { value: 'powershell', description: 'PowerShell.' },
];

/** What the model and the user have of a skill, by `skillOverrides` of the settings. */
export const claudeSkillOverrides: readonly VocabularyEntry[] = [
  { value: 'on', description: 'The model and the user have the skill, as without the key.' },
  { value: 'name-only', description: 'The model is told the name of the skill, and not its description.' },
  { value: 'user-invocable-only', description: 'Only the user can call the skill.' },
  { value: 'off', description: 'Nobody has the skill.' },
];
