import type { BuiltInSupport } from '../../../dialect/builtInSupport.ts';
import {
  copilotChat,
  reportsOfHeaders,
  reportsOfTexts,
  reportsOfTypes,
  scalar,
  toolList,
  topLevelKeys,
  vscodeEditors,
} from './support.ts';
import { vscodeTools } from './tools.ts';

const promptKeys = ['name', 'description', 'argument-hint', 'model', 'tools', 'agent'];
const agents = ['agent', 'ask', 'edit'];

function prompts(tools: readonly string[], agentNames: readonly string[]): BuiltInSupport {
  return {
    ...vscodeEditors,
    languageIds: ['prompt'],
    candidates: [
      ...topLevelKeys(promptKeys),
      ...toolList('tools', tools),
      ...['agent', 'mode'].flatMap(key =>
        scalar(key, agentNames).map(candidate => ({ ...candidate, names: true }) as const),
      ),
    ],
    hovers: [
      { path: [], on: 'key', words: ['agent', 'mode'], aspects: ['values'] },
      { path: [], on: 'key', words: promptKeys },
      { path: ['agent'], on: 'value', words: agentNames },
      { path: ['mode'], on: 'value', words: agentNames },
      { path: ['tools'], on: 'value', words: tools },
    ],
    checks: [{ path: [], on: 'key', accepts: [...promptKeys, 'mode'] }],
    reportsNamesIn: ['agent', 'mode'],
    reports: [
      ...reportsOfHeaders,
      ...reportsOfTexts(['name', 'description', 'argument-hint', 'model']),
      { codes: ['value.type'], fields: ['tools'], written: ['map'], covers: 'error' },
      {
        codes: ['value.type'],
        fields: ['agent', 'mode'],
        written: ['nothing', 'empty', 'list', 'map'],
        covers: 'error',
      },
      { codes: ['key.deprecated'], fields: ['mode'], covers: 'warning' },
      { codes: ['tools.unknown'], covers: 'warning' },
      { codes: ['tools.alias', 'tools.dead'], covers: 'information' },
      { codes: ['key.unknown'], covers: 'information' },
    ],
    keepsHold: [],
  };
}

/**
 * The built-in support of VS Code for a `.prompt.md`, as recorded in 1.139.1 without an account or an extension. What
 * Copilot Chat adds is known from its documentation.
 */
export const vscodePrompts: readonly BuiltInSupport[] = [
  { ...prompts(vscodeTools.withCopilot, [...agents, 'plan']), requires: { extension: copilotChat } },
  prompts(vscodeTools.alone, agents),
];

const instructionKeys = ['name', 'description', 'applyTo'];

/** The built-in support of VS Code for a `.instructions.md`, as recorded in 1.139.1. */
export const vscodeInstructionFiles: BuiltInSupport = {
  ...vscodeEditors,
  languageIds: ['instructions'],
  candidates: topLevelKeys(instructionKeys),
  hovers: [{ path: [], on: 'key', words: [...instructionKeys, 'excludeAgent'] }],
  checks: [{ path: [], on: 'key', accepts: [...instructionKeys, 'excludeAgent'] }],
  reports: [
    ...reportsOfHeaders,
    ...reportsOfTexts(['name', 'description']),
    {
      codes: ['value.type'],
      fields: ['applyTo'],
      written: ['nothing', 'empty', 'list', 'map'],
      covers: 'error',
    },
    { codes: ['value.type'], fields: ['excludeAgent'], written: ['map'], covers: 'error' },
    { codes: ['key.unknown'], covers: 'information' },
  ],
  keepsHold: [],
};

/** The built-in support of VS Code for a rule of Claude Code, as recorded in 1.139.1. */
export const vscodeClaudeRules: BuiltInSupport = {
  ...vscodeEditors,
  languageIds: ['instructions'],
  candidates: topLevelKeys(['paths', 'description']),
  hovers: [{ path: [], on: 'key', words: ['paths', 'description'] }],
  checks: [],
  reports: [
    ...reportsOfHeaders,
    ...reportsOfTexts(['description']),
    ...reportsOfTypes(['paths']).map(report => ({
      ...report,
      written: ['nothing', 'empty', 'scalar', 'map'] as const,
    })),
    { codes: ['key.unknown'], covers: 'information' },
  ],
  keepsHold: [],
};
