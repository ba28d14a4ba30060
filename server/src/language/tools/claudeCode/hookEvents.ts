import type { VocabularyEntry } from '../../dialect/dialect.ts';

/** An event and what its hooks can do. */
export interface ClaudeHookEvent extends VocabularyEntry {
  /** What `matcher` is compared with; absent when the event ignores it. */
  readonly matches?: string;
  /** True when `if` can narrow the handler. On other events a handler with `if` never runs. */
  readonly toolCall?: boolean;
  /** True when an invalid entry keeps the whole agent from loading; under other events only the entry is dropped. */
  readonly fatal?: boolean;
}

const tool = 'the tool’s name';
const agent = 'the agent’s name';

const events: readonly ClaudeHookEvent[] = [
  {
    value: 'PreToolUse',
    description: 'Before a tool call runs. The hook can block it.',
    matches: tool,
    toolCall: true,
    fatal: true,
  },
  { value: 'PostToolUse', description: 'After a tool call has succeeded.', matches: tool, toolCall: true },
  {
    value: 'PostToolUseFailure',
    description: 'After a tool call has failed.',
    matches: tool,
    toolCall: true,
  },
  {
    value: 'PostToolBatch',
    description: 'After all tool calls of a batch have ended, before the model is called again.',
  },
  {
    value: 'PermissionRequest',
    description: 'When a tool call needs a permission decision. The hook can make it.',
    matches: tool,
    toolCall: true,
    fatal: true,
  },
  {
    value: 'PreSkillShellCommand',
    description: 'Before a shell command in the text of a skill or command runs. The hook can block it.',
    matches: tool,
    toolCall: true,
    fatal: true,
    since: '2.1.332',
  },
  {
    value: 'PermissionDenied',
    description: 'When auto mode denies a tool call. The hook can let the model try again.',
    matches: tool,
    toolCall: true,
  },
  {
    value: 'Stop',
    description:
      'When the agent has finished. In a subagent it becomes `SubagentStop`. The hook can make it continue.',
  },
  {
    value: 'StopFailure',
    description: 'When an API error ends the turn.',
    matches: 'the kind of error, such as `rate_limit`',
  },
  { value: 'SubagentStart', description: 'When a subagent starts.', matches: agent },
  {
    value: 'SubagentStop',
    description: 'When a subagent has finished. The hook can make it continue.',
    matches: agent,
  },
  {
    value: 'UserPromptSubmit',
    description: 'When a prompt is submitted, before the model sees it. The hook can block it or add to it.',
  },
  {
    value: 'UserPromptExpansion',
    description: 'When a command expands into a prompt, before the model sees it. The hook can block it.',
    matches: 'the command’s name',
  },
  {
    value: 'SessionStart',
    description: 'When a session starts or continues.',
    matches: 'how it started: `startup`, `resume`, `clear`, `compact` or `fork`',
    matcher: ['startup', 'resume', 'clear', 'compact', 'fork'],
  },
  { value: 'SessionEnd', description: 'When a session ends.', matches: 'why it ended' },
  {
    value: 'Setup',
    description: 'When Claude Code runs with `--init-only`, `--init` or `--maintenance`.',
    matches: '`init` or `maintenance`',
    matcher: ['init', 'maintenance'],
  },
  {
    value: 'Notification',
    description: 'When Claude Code sends a notification.',
    matches: 'the kind of notification, such as `permission_prompt`',
  },
  { value: 'MessageDisplay', description: 'While the text of a message is shown.' },
  { value: 'TaskCreated', description: 'When a task is about to be created. The hook can prevent it.' },
  { value: 'TaskCompleted', description: 'When a task is about to be completed. The hook can prevent it.' },
  {
    value: 'TeammateIdle',
    description: 'When a teammate is about to go idle. The hook can keep it working.',
  },
  {
    value: 'InstructionsLoaded',
    description: 'When a CLAUDE.md or a rule file is loaded.',
    matches: 'why it was loaded, such as `session_start`',
  },
  {
    value: 'ConfigChange',
    description: 'When a settings file changes. The hook can block the change.',
    matches: 'the settings’ source, such as `project_settings`',
  },
  { value: 'CwdChanged', description: 'When the working directory changes.' },
  {
    value: 'DirectoryAdded',
    description: 'When a working directory is added during the session.',
    matches: '`slash_command` or `register_repo_root`',
    matcher: ['slash_command', 'register_repo_root'],
  },
  {
    value: 'FileChanged',
    description: 'When a watched file changes.',
    matches: 'names of the files to watch',
  },
  {
    value: 'WorktreeCreate',
    description: 'When a worktree is being created. The hook replaces what git would do.',
  },
  { value: 'WorktreeRemove', description: 'When a worktree is being removed.' },
  {
    value: 'PreCompact',
    description: 'Before the conversation is compacted. The hook can block it.',
    matches: '`manual` or `auto`',
    matcher: ['manual', 'auto'],
  },
  {
    value: 'PostCompact',
    description: 'After the conversation has been compacted.',
    matches: '`manual` or `auto`',
    matcher: ['manual', 'auto'],
  },
  {
    value: 'PreModelSwitch',
    description: 'Before the model is switched on request. The hook can block it.',
    matches: 'the new model',
    since: '2.1.251',
  },
  {
    value: 'PostModelSwitch',
    description: 'After the model has been switched.',
    matches: 'the new model',
    since: '2.1.251',
  },
  {
    value: 'Elicitation',
    description: 'When an MCP server asks the user for input. The hook can answer.',
    matches: 'the MCP server’s name',
  },
  {
    value: 'ElicitationResult',
    description: 'When the user has answered an MCP server, before the server sees it.',
    matches: 'the MCP server’s name',
  },
];

const toolHook =
  '\n  - matcher: ${1:Bash}\n    hooks:\n      - type: command\n        command: ${2:./check.sh}';

/** The events that `hooks` accepts as keys. Case-sensitive. */
export const claudeHookEvents: readonly ClaudeHookEvent[] = events.map(event => ({
  ...event,
  ...(event.matches === tool && { matcher: 'tools', snippet: toolHook }),
  ...(event.matches === agent && { matcher: 'agentNames' }),
  remark:
    event.matches === undefined ? '`matcher` is ignored.' : `\`matcher\` is compared with ${event.matches}.`,
}));
