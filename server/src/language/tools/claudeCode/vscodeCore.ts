import type { BuiltInSupport } from '../../dialect/builtInSupport.ts';
import { vscodeHookEvents } from '../copilot/values.ts';
import { hookHandlerKeys, scalar, vscodeEditors } from '../copilot/vscode/support.ts';

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
 * What VS Code itself provides in a file directly in `.claude/agents`: its completion, hover and diagnostics as
 * recorded in 1.139.1, without an account or an extension, with `chat.disableAIFeatures` both on and off.
 * It treats files in deeper folders as plain Markdown.
 */
export const vscodeClaudeAgents: BuiltInSupport = {
  ...vscodeEditors,
  languageIds: ['chatagent'],
  candidates: [
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
    {
      path: ['hooks'],
      places: ['nextKey', 'typedKey', 'newFlowKey'],
      labels: vscodeHookEvents,
      quality: 'right',
    },
    {
      path: handler,
      places: ['firstKey', 'nextKey', 'typedKey', 'newFlowKey', 'typedFlowKey'],
      labels: hookHandlerKeys,
      quality: 'right',
    },
    { path: handler.slice(0, -1), places: ['typedItem'], labels: hookHandlerKeys, quality: 'right' },
    // On the line where a handler's dash belongs it lists a handler's keys, which need the dash before them.
    {
      path: handler.slice(0, -1),
      places: ['firstKey', 'typedKey'],
      labels: hookHandlerKeys,
      quality: 'wrong',
    },
    // Inside a handler's value it still lists a handler's keys: `command` under `type: com`.
    {
      path: [...handler, '*'],
      places: ['typedValue', 'quotedValue'],
      labels: hookHandlerKeys,
      quality: 'wrong',
    },
  ],
  hovers: [
    { path: [], on: 'key', words: ['tools', 'model'], aspects: ['default'] },
    { path: [], on: 'key', words: ['memory'], aspects: ['values'] },
    { path: [], on: 'key', words: keys },
    { path: ['tools'], on: 'value', words: tools },
    { path: ['disallowedTools'], on: 'value', words: tools },
    { path: ['hooks'], on: 'key', words: vscodeHookEvents },
    { path: handler, on: 'key', words: hookHandlerKeys },
  ],
  checks: [
    { path: ['model'], on: 'value', accepts: models },
    { path: ['permissionMode'], on: 'value', accepts: permissionModes },
    { path: ['memory'], on: 'value', accepts: memoryScopes },
    { path: ['hooks'], on: 'key', accepts: vscodeHookEvents },
    { path: handler, on: 'key', accepts: hookHandlerKeys },
    { path: [...handler, 'type'], on: 'value', accepts: ['command'] },
  ],
  reports: [
    { codes: ['yaml.duplicateKey'], covers: 'error' },
    { codes: ['value.model'], fields: ['model'], covers: 'warning' },
    { codes: ['value.choice'], fields: ['permissionMode', 'memory'], covers: 'warning' },
    { codes: ['hooks.event'], covers: 'warning' },
  ],
  keepsHold: ['hooks'],
};
