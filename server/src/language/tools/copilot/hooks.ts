import type { VocabularyEntry } from '../../dialect/dialect.ts';

/**
 * The hook events of an agent, by the names that Copilot CLI 1.0.102 accepts (measured 2026-11-21). With any other name
 * the file is not loaded. The aliases are those of Claude Code and VS Code.
 */
export const copilotHookEventTerms: readonly VocabularyEntry[] = [
  { value: 'sessionStart', description: 'When a session starts.', aliases: ['SessionStart'] },
  { value: 'sessionEnd', description: 'When a session ends.', aliases: ['SessionEnd'] },
  {
    value: 'userPromptSubmitted',
    description: 'When the user sends a prompt.',
    aliases: ['UserPromptSubmit'],
  },
  { value: 'userPromptTransformed', description: 'After a prompt is expanded, before it is sent.' },
  {
    value: 'preToolUse',
    description: 'Before a tool runs; the hook can deny it.',
    aliases: ['PreToolUse'],
  },
  { value: 'postToolUse', description: 'After a tool runs.', aliases: ['PostToolUse'] },
  { value: 'postToolUseFailure', description: 'After a tool fails.', aliases: ['PostToolUseFailure'] },
  { value: 'preMcpToolCall', description: 'Before a tool of an MCP server is called.' },
  {
    value: 'permissionRequest',
    description: 'When permission is requested.',
    aliases: ['PermissionRequest'],
  },
  { value: 'errorOccurred', description: 'When an error occurs.', aliases: ['ErrorOccurred'] },
  { value: 'agentStop', description: 'When the agent has responded.', aliases: ['Stop'] },
  { value: 'subagentStart', description: 'When a subagent starts.', aliases: ['SubagentStart'] },
  { value: 'subagentStop', description: 'When a subagent ends.', aliases: ['SubagentStop'] },
  { value: 'preCompact', description: 'Before the conversation is summarized.', aliases: ['PreCompact'] },
  { value: 'notification', description: 'When the user is notified.', aliases: ['Notification'] },
];
