import type { VocabularyEntry } from '../../dialect/dialect.ts';

/*
 * Words of GitHub Copilot's files, verified 2026-11-21: the models by the list of Copilot CLI, the rest by the
 * documentation and by VS Code 1.138.
 */

/** Models worth offering. Ids are dotted; the list moves monthly, so no other id is wrong. */
export const copilotModels: readonly VocabularyEntry[] = [
  { value: 'claude-sonnet-4.6', description: 'Claude Sonnet 4.6, the default of Copilot CLI.' },
  { value: 'claude-opus-5.5', description: 'Claude Opus 5.5.' },
  { value: 'claude-haiku-4.5', description: 'Claude Haiku 4.5, quick.' },
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

/** Where an agent is to be had. */
export const copilotTargets: readonly VocabularyEntry[] = [
  { value: 'vscode', description: 'Only in VS Code and other editors.' },
  { value: 'github-copilot', description: 'Only for the cloud agent on GitHub.' },
];

export const vscodeReasoningEfforts: readonly VocabularyEntry[] = [
  { value: 'low', description: 'The least thinking.' },
  { value: 'medium', description: 'Less thinking than usual.' },
  { value: 'high', description: 'Thorough thinking.' },
  { value: 'xhigh', description: 'More thinking than `high`.' },
  { value: 'max', description: 'All the thinking that the model can do.' },
];

/** The events that hooks of an agent for VS Code can hang on. */
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

/** Kinds of MCP server. Copilot CLI runs `local` and `stdio` alike. */
export const copilotLocalServers: readonly VocabularyEntry[] = [
  { value: 'local', description: 'A program that Copilot starts; the same as `stdio`.' },
  { value: 'stdio', description: 'A program that Copilot starts; the same as `local`.' },
];
export const copilotRemoteServers: readonly VocabularyEntry[] = [
  { value: 'http', description: 'A web service that speaks streamable HTTP.' },
  { value: 'sse', description: 'A web service that speaks server-sent events.' },
];

/** The permissions that the cloud agent's token can be given. */
export const githubPermissionScopes: readonly VocabularyEntry[] = [
  ['actions', 'Workflow runs'],
  ['checks', 'Checks'],
  ['contents', 'Files and commits'],
  ['discussions', 'Discussions'],
  ['issues', 'Issues'],
  ['metadata', 'The repository’s data'],
  ['pull-requests', 'Pull requests'],
  ['security-events', 'Code scanning alerts'],
  ['workflows', 'Workflow files'],
].map(([value, what]) => ({ value: value!, description: `${what}.` }));

export const githubPermissionLevels: readonly VocabularyEntry[] = [
  { value: 'read', description: 'May read.' },
  { value: 'write', description: 'May read and write.' },
  { value: 'none', description: 'No access.' },
];

/** What VS Code substitutes in a prompt file. */
export const vscodePromptPlaceholders: readonly VocabularyEntry[] = [
  { value: '${input:name}', description: 'Asks the user for a value when the prompt is run.' },
  { value: '${input:name:hint}', description: 'Asks the user for a value, with a hint in the field.' },
  { value: '${selection}', description: 'The text that is selected in the editor.' },
  { value: '${selectedText}', description: 'The text that is selected in the editor.' },
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
