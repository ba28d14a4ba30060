import type { VocabularyEntry } from '../../dialect/dialect.ts';

/**
 * The events for which an agent can have hooks, by the names that Copilot CLI 1.0.102 takes (measured 2026-11-21);
 * any other name refuses the file. The aliases are Claude Code's and VS Code's.
 */
export const copilotHookEventTerms: readonly VocabularyEntry[] = [
  { value: 'sessionStart', description: 'When a session begins.', aliases: ['SessionStart'] },
  { value: 'sessionEnd', description: 'When a session ends.', aliases: ['SessionEnd'] },
  {
    value: 'userPromptSubmitted',
    description: 'When the user sends a prompt.',
    aliases: ['UserPromptSubmit'],
  },
  { value: 'userPromptTransformed', description: 'When a prompt was expanded, before it is sent.' },
  {
    value: 'preToolUse',
    description: 'Before a tool is run; the hook can forbid it.',
    aliases: ['PreToolUse'],
  },
  { value: 'postToolUse', description: 'After a tool was run.', aliases: ['PostToolUse'] },
  { value: 'postToolUseFailure', description: 'After a tool failed.', aliases: ['PostToolUseFailure'] },
  { value: 'preMcpToolCall', description: 'Before a tool of an MCP server is called.' },
  {
    value: 'permissionRequest',
    description: 'When permission is asked for.',
    aliases: ['PermissionRequest'],
  },
  { value: 'errorOccurred', description: 'When an error occurs.', aliases: ['ErrorOccurred'] },
  { value: 'agentStop', description: 'When the agent has answered.', aliases: ['Stop'] },
  { value: 'subagentStart', description: 'When a subagent begins.', aliases: ['SubagentStart'] },
  { value: 'subagentStop', description: 'When a subagent ends.', aliases: ['SubagentStop'] },
  { value: 'preCompact', description: 'Before the conversation is summarised.', aliases: ['PreCompact'] },
  { value: 'notification', description: 'When the user is notified.', aliases: ['Notification'] },
];
