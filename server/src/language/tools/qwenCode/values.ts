import type { VocabularyEntry } from '../../dialect/dialect.ts';
import { basicColors } from '../shared/basicColors.ts';

/** The values of `approvalMode`, case-sensitive; another value refuses the file. */
export const qwenApprovalModes: readonly VocabularyEntry[] = [
  { value: 'default', description: 'Asks before tools that change something.' },
  { value: 'plan', description: 'Reads and plans; changes nothing.' },
  { value: 'auto-edit', description: 'Edits files without asking.' },
  { value: 'auto', description: 'A classifier decides about each call instead of asking.' },
  { value: 'yolo', description: 'Runs every tool without asking.' },
  { value: 'bubble', description: 'Asks in the session that started the agent.' },
];

/** The values of `permissionMode`, which are Claude Code's, with the approval mode that each becomes. */
export const qwenPermissionModes: readonly VocabularyEntry[] = [
  { value: 'default', description: 'Becomes `approvalMode: default`.' },
  { value: 'plan', description: 'Becomes `approvalMode: plan`.' },
  { value: 'acceptEdits', description: 'Becomes `approvalMode: auto-edit`.' },
  { value: 'bypassPermissions', description: 'Becomes `approvalMode: yolo`.' },
  // Not completed: the same value has another meaning in Claude Code.
  { value: 'auto', description: 'Becomes `approvalMode: auto-edit`, not `auto`.', hidden: true },
  { value: 'dontAsk', description: 'Becomes `approvalMode: default`, which asks.', hidden: true },
];

/** The values of `color`, case-sensitive. */
export const qwenColors: readonly VocabularyEntry[] = [
  ...basicColors,
  { value: 'auto', description: 'Qwen Code chooses.' },
];

/** Models to complete. Any string is accepted and not checked when the file is read. */
export const qwenModels: readonly VocabularyEntry[] = [
  { value: 'inherit', description: 'The model of the session, as without the key.' },
  {
    value: 'fast',
    description: 'The configured fast model; the model of the session when there is none.',
  },
  {
    value: 'provider:model',
    description: 'A model of another configured provider, such as `openai:gpt-5`.',
    snippet: '${1|openai,anthropic,gemini,vertex-ai,qwen-oauth,openai-responses|}:${2:model}',
    pattern: '^(?:openai|openai-responses|qwen-oauth|gemini|vertex-ai|anthropic):.+$',
  },
];

/** Forms of names in the tool lists other than built-in tools. */
export const qwenToolForms: readonly VocabularyEntry[] = [
  { value: '*', description: 'Every tool that is available to agents. It needs quotes in YAML.' },
  {
    value: 'mcp__<server>__<tool>',
    description: 'One tool of an MCP server.',
    snippet: 'mcp__${1:server}__${2:tool}',
    pattern: '^mcp__.+__.+$',
  },
];

/** The additional form of `disallowedTools`. */
export const qwenServerForm: VocabularyEntry = {
  value: 'mcp__<server>',
  description: 'Every tool of an MCP server.',
  snippet: 'mcp__${1:server}',
  pattern: '^mcp__[^_].*$',
};

/** The events of `hooks`. Other names are kept, but never occur. */
export const qwenHookEvents: readonly VocabularyEntry[] = [
  { value: 'PreToolUse', description: 'Before a tool runs. The hook can stop it.', matcher: 'tools' },
  { value: 'PostToolUse', description: 'After a tool succeeds.', matcher: 'tools' },
  { value: 'PostToolUseFailure', description: 'After a tool fails.', matcher: 'tools' },
  { value: 'PostToolBatch', description: 'After all tools that were called in parallel finish.' },
  { value: 'UserPromptSubmit', description: 'Before the model is called.' },
  { value: 'UserPromptExpansion', description: 'After a slash command is expanded to a prompt.' },
  {
    value: 'SessionStart',
    description: 'When a session starts or resumes.',
    matcher: ['startup', 'resume', 'clear', 'compact'],
  },
  {
    value: 'SessionEnd',
    description: 'When a session ends.',
    matcher: ['clear', 'logout', 'prompt_input_exit'],
  },
  { value: 'SessionDelete', description: 'After a session is deleted.' },
  { value: 'MessageDisplay', description: 'Repeatedly while the response is displayed.' },
  { value: 'Stop', description: 'Before the turn ends.' },
  { value: 'StopFailure', description: 'When an error ends the turn.' },
  { value: 'SubagentStart', description: 'When an agent starts.', matcher: 'agentNames' },
  { value: 'SubagentStop', description: 'When an agent stops.', matcher: 'agentNames' },
  { value: 'PreCompact', description: 'Before the conversation is compacted.', matcher: ['manual', 'auto'] },
  { value: 'PostCompact', description: 'After the conversation is compacted.', matcher: ['manual', 'auto'] },
  {
    value: 'Notification',
    description: 'When the user gets a notification.',
    matcher: ['permission_prompt', 'idle_prompt', 'auth_success'],
  },
  { value: 'PermissionRequest', description: 'When the user is asked for permission.', matcher: 'tools' },
  {
    value: 'PermissionDenied',
    description: 'When the classifier of mode `auto` denies a call.',
    matcher: 'tools',
  },
  { value: 'TodoCreated', description: 'When a to-do item is created.' },
  { value: 'TodoCompleted', description: 'When a to-do item is completed.' },
  { value: 'InstructionsLoaded', description: 'When a file such as `QWEN.md` is loaded.' },
];

/** The values of `executor.kind`. */
export const qwenExecutorKinds: readonly VocabularyEntry[] = [
  { value: 'acp', description: 'A program that supports the Agent Client Protocol.' },
  { value: 'codex', description: 'Codex.' },
];

/** The placeholders `${…}` of a prompt. Any other name makes the agent fail. */
export const qwenPlaceholderTerms: readonly VocabularyEntry[] = [
  { value: '${task_prompt}', description: 'The task of the agent.' },
  { value: '${hook_context}', description: 'Text that a hook added, if any.' },
];

/** The built-in agents of Qwen Code. A file of the project can replace one. */
export const qwenBuiltInAgents: readonly VocabularyEntry[] = [
  { value: 'general-purpose', description: 'Works on any kind of task independently.' },
  { value: 'Explore', description: 'Explores a code base without changing it.' },
];
