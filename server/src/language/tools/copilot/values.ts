import type { VocabularyEntry } from '../../dialect/dialect.ts';

/*
 * Values in the files of GitHub Copilot, verified 2026-11-21: the models by the list of Copilot CLI, the rest by the
 * documentation and VS Code 1.138.
 */

/** Suggested models. IDs are dotted; the list changes monthly, so no other ID is wrong. */
export const copilotModels: readonly VocabularyEntry[] = [
  { value: 'claude-sonnet-4.6', description: 'Claude Sonnet 4.6, the default of Copilot CLI.' },
  { value: 'claude-opus-5.5', description: 'Claude Opus 5.5.' },
  { value: 'claude-haiku-4.5', description: 'Claude Haiku 4.5, fast.' },
  { value: 'gpt-5.4', description: 'GPT-5.4.' },
  { value: 'gpt-5.3-codex', description: 'GPT-5.3 Codex.' },
  { value: 'gpt-6-astra', description: 'GPT-6 Astra.' },
  { value: 'gpt-6-sol', description: 'GPT-6 Sol.' },
  { value: 'gpt-6-luna', description: 'GPT-6 Luna.' },
  { value: 'gemini-3.7-flash', description: 'Gemini 3.7 Flash.' },
  { value: 'gemini-3.6-flash', description: 'Gemini 3.6 Flash.' },
  { value: 'gemini-3.5-flash', description: 'Gemini 3.5 Flash.' },
  { value: 'auto', description: 'Copilot chooses.' },
];

/** Where an agent is available. */
export const copilotTargets: readonly VocabularyEntry[] = [
  { value: 'vscode', description: 'Only in VS Code and other editors.' },
  { value: 'github-copilot', description: 'Only for the cloud agent on GitHub.' },
];

export const vscodeReasoningEfforts: readonly VocabularyEntry[] = [
  { value: 'low', description: 'The least reasoning.' },
  { value: 'medium', description: 'Less reasoning than usual.' },
  { value: 'high', description: 'Thorough reasoning.' },
  { value: 'xhigh', description: 'More reasoning than `high`.' },
  { value: 'max', description: 'The most reasoning that the model supports.' },
];

/** The hook events of an agent for VS Code. */
export const vscodeHookEvents: readonly string[] = [
  'SessionStart',
  'UserPromptSubmit',
  'PreToolUse',
  'PostToolUse',
  'PreCompact',
  'SubagentStart',
  'SubagentStop',
  'Stop',
];

/** Types of MCP servers. Copilot CLI treats `local` and `stdio` alike. */
export const copilotLocalServers: readonly VocabularyEntry[] = [
  { value: 'local', description: 'A program that Copilot starts; the same as `stdio`.' },
  { value: 'stdio', description: 'A program that Copilot starts; the same as `local`.' },
];
export const copilotRemoteServers: readonly VocabularyEntry[] = [
  { value: 'http', description: 'A web service that uses streamable HTTP.' },
  { value: 'sse', description: 'A web service that uses server-sent events.' },
];

/** The permissions that the cloud agent's token can be given. */
export const githubPermissionScopes: readonly VocabularyEntry[] = [
  ['actions', 'Workflow runs'],
  ['checks', 'Checks'],
  ['contents', 'Files and commits'],
  ['discussions', 'Discussions'],
  ['issues', 'Issues'],
  ['metadata', 'Repository metadata'],
  ['pull-requests', 'Pull requests'],
  ['security-events', 'Code scanning alerts'],
  ['workflows', 'Workflow files'],
].map(([value, what]) => ({ value: value!, description: `${what}.` }));

export const githubPermissionLevels: readonly VocabularyEntry[] = [
  { value: 'read', description: 'Read access.' },
  { value: 'write', description: 'Read and write access.' },
  { value: 'none', description: 'No access.' },
];

/** The placeholders of a VS Code prompt file. */
export const vscodePromptPlaceholders: readonly VocabularyEntry[] = [
  { value: '${input:name}', description: 'Asks the user for a value when the prompt is run.' },
  { value: '${input:name:hint}', description: 'Asks the user for a value, with a hint in the field.' },
  { value: '${selection}', description: 'The text selected in the editor.' },
  { value: '${selectedText}', description: 'The text selected in the editor.' },
  { value: '${file}', description: 'The path of the file in the editor.' },
  { value: '${fileBasename}', description: 'The name of the file in the editor.' },
  { value: '${fileDirname}', description: 'The folder of the file in the editor.' },
  {
    value: '${fileBasenameNoExtension}',
    description: 'The name of the file in the editor, without extension.',
  },
  { value: '${workspaceFolder}', description: 'The path of the workspace folder.' },
  { value: '${workspaceFolderBasename}', description: 'The name of the workspace folder.' },
];
