import type { VocabularyEntry } from '../../dialect/dialect.ts';
import { basicColors } from '../shared/basicColors.ts';

/** `approvalMode`. Case counts, and another word refuses the file. */
export const qwenApprovalModes: readonly VocabularyEntry[] = [
  { value: 'default', description: 'Asks before tools that change something.' },
  { value: 'plan', description: 'Only looks and plans; changes nothing.' },
  { value: 'auto-edit', description: 'Edits files without asking.' },
  { value: 'auto', description: 'A classifier decides about each call instead of asking.' },
  { value: 'yolo', description: 'Runs every tool without asking.' },
  { value: 'bubble', description: 'Asks in the session that started the agent.' },
];

/** `permissionMode`, in Claude Code's words, each with the approval mode that it becomes. */
export const qwenPermissionModes: readonly VocabularyEntry[] = [
  { value: 'default', description: 'Becomes `approvalMode: default`.' },
  { value: 'plan', description: 'Becomes `approvalMode: plan`.' },
  { value: 'acceptEdits', description: 'Becomes `approvalMode: auto-edit`.' },
  { value: 'bypassPermissions', description: 'Becomes `approvalMode: yolo`.' },
  // Not offered: the same word means something else in Claude Code.
  { value: 'auto', description: 'Becomes `approvalMode: auto-edit`, not `auto`.', hidden: true },
  { value: 'dontAsk', description: 'Becomes `approvalMode: default`, which asks.', hidden: true },
];

/** `color`. Case counts. */
export const qwenColors: readonly VocabularyEntry[] = [
  ...basicColors,
  { value: 'auto', description: 'Qwen Code chooses.' },
];

/** Models worth offering. Any text is taken, and none is checked when the file is read. */
export const qwenModels: readonly VocabularyEntry[] = [
  { value: 'inherit', description: 'The model of the session. Leaving the line out means the same.' },
  {
    value: 'fast',
    description: 'The fast model that is configured; that of the session when there is none.',
  },
  {
    value: 'provider:model',
    description: 'A model of another provider that is configured, such as `openai:gpt-5`.',
    snippet: '${1|openai,anthropic,gemini,vertex-ai,qwen-oauth,openai-responses|}:${2:model}',
    pattern: '^(?:openai|openai-responses|qwen-oauth|gemini|vertex-ai|anthropic):.+$',
  },
];

/** Forms of names in the tool lists that are no built-in tools. */
export const qwenToolForms: readonly VocabularyEntry[] = [
  { value: '*', description: 'Every tool that an agent can have. In YAML it needs quotes.' },
  {
    value: 'mcp__<server>__<tool>',
    description: 'One tool of an MCP server.',
    snippet: 'mcp__${1:server}__${2:tool}',
    pattern: '^mcp__.+__.+$',
  },
];

/** The form that only `disallowedTools` takes beside them. */
export const qwenServerForm: VocabularyEntry = {
  value: 'mcp__<server>',
  description: 'Every tool of an MCP server.',
  snippet: 'mcp__${1:server}',
  pattern: '^mcp__[^_].*$',
};

/** The events of `hooks`. Other names are kept and never occur. */
export const qwenHookEvents: readonly VocabularyEntry[] = [
  { value: 'PreToolUse', description: 'Before a tool runs. The hook can stop it.', matcher: 'tools' },
  { value: 'PostToolUse', description: 'After a tool has succeeded.', matcher: 'tools' },
  { value: 'PostToolUseFailure', description: 'After a tool has failed.', matcher: 'tools' },
  { value: 'PostToolBatch', description: 'After all tools called at once have ended.' },
  { value: 'UserPromptSubmit', description: 'Before the model is called.' },
  { value: 'UserPromptExpansion', description: 'After a slash command has become a prompt.' },
  {
    value: 'SessionStart',
    description: 'When a session begins or goes on.',
    matcher: ['startup', 'resume', 'clear', 'compact'],
  },
  {
    value: 'SessionEnd',
    description: 'When a session ends.',
    matcher: ['clear', 'logout', 'prompt_input_exit'],
  },
  { value: 'SessionDelete', description: 'After a session was deleted.' },
  { value: 'MessageDisplay', description: 'Again and again while the answer is shown.' },
  { value: 'Stop', description: 'Before the turn ends.' },
  { value: 'StopFailure', description: 'When a fault ends the turn.' },
  { value: 'SubagentStart', description: 'When an agent starts.', matcher: 'agentNames' },
  { value: 'SubagentStop', description: 'When an agent stops.', matcher: 'agentNames' },
  { value: 'PreCompact', description: 'Before the conversation is shortened.', matcher: ['manual', 'auto'] },
  { value: 'PostCompact', description: 'After the conversation was shortened.', matcher: ['manual', 'auto'] },
  {
    value: 'Notification',
    description: 'When the user is notified.',
    matcher: ['permission_prompt', 'idle_prompt', 'auth_success'],
  },
  { value: 'PermissionRequest', description: 'When the user is asked for permission.', matcher: 'tools' },
  {
    value: 'PermissionDenied',
    description: 'When the classifier of the mode `auto` says no.',
    matcher: 'tools',
  },
  { value: 'TodoCreated', description: 'When a to-do item is made.' },
  { value: 'TodoCompleted', description: 'When a to-do item is done.' },
  { value: 'InstructionsLoaded', description: 'When a file such as `QWEN.md` is loaded.' },
];

/** `executor.kind`. */
export const qwenExecutorKinds: readonly VocabularyEntry[] = [
  { value: 'acp', description: 'A program that speaks the Agent Client Protocol.' },
  { value: 'codex', description: 'Codex.' },
];

/** What `${…}` stands for in a prompt. Any other word there makes the agent fail. */
export const qwenPlaceholderTerms: readonly VocabularyEntry[] = [
  { value: '${task_prompt}', description: 'The task that the agent was given.' },
  { value: '${hook_context}', description: 'What a hook has added; empty when none has.' },
];

/** The agents that Qwen Code brings along. A file of the project may replace one. */
export const qwenBuiltInAgents: readonly VocabularyEntry[] = [
  { value: 'general-purpose', description: 'Works on a task of any kind by itself.' },
  { value: 'Explore', description: 'Looks through a code base without changing it.' },
];
