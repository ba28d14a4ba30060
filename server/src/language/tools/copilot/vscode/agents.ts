import type { BuiltInSupport, EditorReport } from '../../../dialect/builtInSupport.ts';
import { vscodeHookEvents } from '../values.ts';
import {
  copilotChat,
  hookHandler,
  hookHandlerKeys,
  reportsOfHeaders,
  reportsOfTexts,
  reportsOfTypes,
  scalar,
  toolList,
  topLevelKeys,
  vscodeEditors,
} from './support.ts';
import { vscodeTools } from './tools.ts';

const keys = [
  'name',
  'description',
  'argument-hint',
  'model',
  'reasoning-effort',
  'tools',
  'agents',
  'handoffs',
  'target',
  'user-invocable',
  'disable-model-invocation',
  'hooks',
  'github',
];

/** Keys of an agent for GitHub only, which VS Code lists once `target` says so. */
const githubKeys = ['name', 'description', 'tools', 'target', 'mcp-servers', 'github', 'infer'];
const githubTools = ['agent', 'edit', 'execute', 'read', 'search'];

const githubHookEvents = [
  'sessionStart',
  'sessionEnd',
  'userPromptSubmitted',
  'preToolUse',
  'postToolUse',
  'agentStop',
  'subagentStop',
  'errorOccurred',
];

const handler = ['hooks', '*', '#'];
const booleans = ['true', 'false'];
const named = ['name', 'description', 'argument-hint'];
const allWritten = ['absent', 'nothing', 'empty', 'scalar', 'list', 'map'] as const;

const reports: readonly EditorReport[] = [
  ...reportsOfHeaders,
  ...reportsOfTexts(named),
  ...reportsOfTexts(['model']),
  ...reportsOfTypes(['target', 'user-invocable', 'disable-model-invocation']),
  { codes: ['value.type'], fields: ['tools'], written: ['map'], covers: 'error' },
  {
    codes: ['value.type'],
    fields: ['agents'],
    written: allWritten.filter(way => way !== 'list'),
    covers: 'error',
  },
  {
    codes: ['value.type', 'value.null', 'key.missing', 'value.boolean'],
    fields: ['handoffs'],
    covers: 'error',
  },
  {
    codes: ['hooks.invalid', 'value.type'],
    fields: ['hooks'],
    written: allWritten.filter(way => way !== 'map'),
    covers: 'error',
  },
  {
    codes: ['value.type'],
    fields: ['github'],
    written: allWritten.filter(way => way !== 'map'),
    covers: 'error',
  },
  { codes: ['hooks.event'], covers: 'warning' },
  { codes: ['key.deprecated'], fields: ['infer'], covers: 'error' },
  // A hint that the key is not supported.
  { codes: ['key.unknown'], covers: 'warning' },
];

const common = {
  ...vscodeEditors,
  languageIds: ['chatagent'],
  keepsHold: ['hooks', 'github', 'mcp-servers', 'metadata'],
} as const;

const shared = [
  ...scalar('target', ['vscode', 'github-copilot']),
  ...hookHandler(handler),
  // In the lines of a handoff it lists the top-level keys.
  { path: ['handoffs', '#'], places: ['nextKey', 'typedKey'], labels: keys, quality: 'wrong' } as const,
];

const keyHovers = [
  { path: [], on: 'key', words: ['target'], aspects: ['values'] },
  { path: [], on: 'key', words: [...keys, 'infer'] },
  { path: handler, on: 'key', words: [...hookHandlerKeys, 'timeoutSec'] },
] as const;

const handlerCheck = { path: handler, on: 'key', accepts: hookHandlerKeys } as const;

/** Agents that VS Code runs: those without a `target`, and those for VS Code. */
function locally(toolNames: readonly string[]): BuiltInSupport {
  return {
    ...common,
    candidates: [
      ...topLevelKeys(keys),
      ...shared,
      ...scalar('reasoning-effort', ['low', 'medium', 'high', 'xhigh', 'max']),
      ...scalar('user-invocable', booleans),
      ...scalar('disable-model-invocation', booleans),
      ...scalar('infer', booleans),
      ...toolList('tools', toolNames),
      {
        path: ['agents'],
        places: ['typedItem', 'newFlowItem', 'typedFlowItem'],
        labels: [],
        names: true,
        quality: 'right',
      },
      { path: ['agents'], places: ['unspacedItem'], labels: [], names: true, quality: 'wrong' },
      {
        path: ['hooks'],
        places: ['nextKey', 'typedKey', 'newFlowKey'],
        labels: vscodeHookEvents,
        quality: 'right',
      },
    ],
    hovers: [
      ...keyHovers,
      { path: ['tools'], on: 'value', words: toolNames },
      { path: ['hooks'], on: 'key', words: vscodeHookEvents },
    ],
    checks: [
      { path: [], on: 'key', accepts: [...keys, 'mcp-servers'] },
      { path: ['hooks'], on: 'key', accepts: [...vscodeHookEvents, 'SessionEnd', 'ErrorOccurred'] },
      handlerCheck,
    ],
    reportsNamesIn: ['agents', 'handoffs'],
    reports: [
      ...reports,
      // The tool is unknown and is ignored; the tool was renamed.
      { codes: ['tools.unknown'], covers: 'warning' },
      { codes: ['tools.alias', 'tools.dead'], covers: 'information' },
    ],
  };
}

/** Agents for GitHub only. */
const onGithub: BuiltInSupport = {
  ...common,
  requires: { field: { key: 'target', value: 'github-copilot' } },
  candidates: [
    ...topLevelKeys(githubKeys),
    ...shared,
    ...scalar('infer', booleans),
    ...toolList('tools', githubTools),
  ],
  hovers: [
    ...keyHovers,
    { path: ['tools'], on: 'value', words: vscodeTools.alone },
    { path: ['hooks'], on: 'key', words: githubHookEvents },
  ],
  checks: [{ path: [], on: 'key', accepts: githubKeys }],
  reports,
};

/**
 * The built-in support of VS Code for custom agents (`.github/agents/*.md`, `*.agent.md`, `*.chatmode.md`), as
 * recorded in 1.139.1 without an account or an extension: completion, hover and diagnostics. What Copilot Chat adds is
 * known from its documentation. The available tools depend on further extensions and servers.
 */
export const vscodeAgents: readonly BuiltInSupport[] = [
  onGithub,
  { ...locally(vscodeTools.withCopilot), requires: { extension: copilotChat } },
  locally(vscodeTools.alone),
];
