import type { EditorSupport } from '../editorSupport.ts';

const hookEvents = [
  'SessionStart',
  'UserPromptSubmit',
  'PreToolUse',
  'PostToolUse',
  'PreCompact',
  'SubagentStart',
  'SubagentStop',
  'Stop',
];

const handlerKeys = [
  'type',
  'command',
  'windows',
  'linux',
  'osx',
  'bash',
  'powershell',
  'cwd',
  'env',
  'timeout',
];

const keys = [
  'name',
  'description',
  'tools',
  'disallowedTools',
  'model',
  'permissionMode',
  'skills',
  'mcpServers',
  'hooks',
  'memory',
];

const tools = [
  'AskUserQuestion',
  'Bash',
  'Edit',
  'Glob',
  'Grep',
  'LSP',
  'MCPSearch',
  'NotebookEdit',
  'Read',
  'Skill',
  'Task',
  'WebFetch',
  'WebSearch',
  'Write',
];

const models = ['sonnet', 'opus', 'haiku', 'inherit'];
const permissionModes = ['default', 'acceptEdits', 'plan', 'delegate', 'dontAsk', 'bypassPermissions'];
const memoryScopes = ['user', 'project', 'local'];

const handler = ['hooks', '*', '#', 'hooks', '#'];

/**
 * What VS Code does by itself in a file directly in `.claude/agents`, as its completion, hover and diagnostics were
 * recorded in 1.139.1, without an account or an extension, with `chat.disableAIFeatures` on and off alike.
 * Files in deeper folders are plain Markdown to it.
 */
export const vscodeClaudeAgents: EditorSupport = {
  title: 'VS Code',
  editors: [
    'Visual Studio Code',
    'Visual Studio Code - Insiders',
    'Visual Studio Code - Exploration',
    'Code - OSS',
    'VSCodium',
    'VSCodium - Insiders',
    'code-server',
  ],
  languageIds: ['chatagent'],
  since: '1.128.0',
  source: { title: 'VS Code 1.139.1, observed', verified: '2026-11-21', evidence: 'measured' },
  offers: [
    { path: [], places: ['firstKey', 'nextKey', 'typedKey'], labels: keys, quality: 'right' },
    ...scalar('model', models),
    ...scalar('permissionMode', permissionModes),
    ...scalar('memory', memoryScopes),
    ...['tools', 'disallowedTools'].flatMap(key => [
      {
        path: [key],
        places: ['newValue', 'newStringItem', 'typedStringItem'],
        labels: tools,
        quality: 'right',
      } as const,
      {
        path: [key],
        places: ['typedKey', 'typedItem', 'newFlowItem', 'typedFlowItem'],
        labels: tools,
        quality: 'right',
      } as const,
      { path: [key], places: ['quotedStringItem'], labels: tools, quality: 'wrong' } as const,
      { path: [key], places: ['unspacedItem'], labels: tools, quality: 'wrong' } as const,
    ]),
    { path: ['hooks'], places: ['nextKey', 'typedKey', 'newFlowKey'], labels: hookEvents, quality: 'right' },
    {
      path: handler,
      places: ['firstKey', 'nextKey', 'typedKey', 'newFlowKey', 'typedFlowKey'],
      labels: handlerKeys,
      quality: 'right',
    },
    { path: handler.slice(0, -1), places: ['typedItem'], labels: handlerKeys, quality: 'right' },
    // On the line where a handler's dash belongs it lists a handler's keys, which need the dash before them.
    { path: handler.slice(0, -1), places: ['firstKey', 'typedKey'], labels: handlerKeys, quality: 'wrong' },
    // In the midst of a handler's value it still lists a handler's keys: `command` under `type: com`.
    { path: [...handler, '*'], places: ['typedValue', 'quotedValue'], labels: handlerKeys, quality: 'wrong' },
  ],
  hovers: [
    { path: [], on: 'key', words: ['tools', 'model'], aspects: ['default'] },
    { path: [], on: 'key', words: ['memory'], aspects: ['values'] },
    { path: [], on: 'key', words: keys },
    { path: ['tools'], on: 'value', words: tools },
    { path: ['disallowedTools'], on: 'value', words: tools },
    { path: ['hooks'], on: 'key', words: hookEvents },
    { path: handler, on: 'key', words: handlerKeys },
  ],
  checks: [
    { path: ['model'], on: 'value', accepts: models },
    { path: ['permissionMode'], on: 'value', accepts: permissionModes },
    { path: ['memory'], on: 'value', accepts: memoryScopes },
    { path: ['hooks'], on: 'key', accepts: hookEvents },
    { path: handler, on: 'key', accepts: handlerKeys },
    { path: [...handler, 'type'], on: 'value', accepts: ['command'] },
  ],
  keepsHold: ['hooks'],
};

/** A field with a closed list. In quotes what it inserts takes the quotes away, and never matches them. */
function scalar(key: string, labels: readonly string[]) {
  return [
    { path: [key], places: ['newValue', 'typedValue', 'typedKey'], labels, quality: 'right' },
    { path: [key], places: ['quotedValue'], labels, quality: 'hidden' },
  ] as const;
}
