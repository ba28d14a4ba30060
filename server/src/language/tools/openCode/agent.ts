import * as z from 'zod';
import { defineDialect } from '../../dialect/defineDialect.ts';
import { type AgentTexts, openCodeAgentShape } from './fields/agent.ts';
import { openCodeAgent as loader } from './loader/openCode.ts';
import { openCodeAgentNames, openCodeAgentReferences } from './references.ts';
import { openCodeObserved, openCodePermissionsDocumentation } from './sources.ts';
import { openCodePermissions, openCodeTools } from './vocabulary.ts';

/** The texts of an agent's fields. */
export const openCodeAgentTexts: AgentTexts = {
  tool: 'OpenCode',
  whenWrong: 'OpenCode rejects its whole configuration: no agent is available.',
  whenEmpty: 'A key without a value is wrong too.',
  permissions: openCodePermissions,
  documented: openCodePermissionsDocumentation,
  page: 'https://opencode.ai/docs/agents/#description',
};

/** An OpenCode agent, in a project or in the user's configuration. */
export const openCodeAgent = defineDialect({
  id: 'opencode-agent',
  title: 'OpenCode agent',
  target: 'opencode',
  // Any depth, hidden files included. The extension must be lowercase.
  files: [
    '**/.opencode/agents/**/*.md',
    '**/.opencode/agent/**/*.md',
    '**/.config/opencode/agents/**/*.md',
    '**/.config/opencode/agent/**/*.md',
  ],
  documentation: 'https://opencode.ai/docs/agents/',
  source: openCodeObserved,
  schema: () => z.looseObject(openCodeAgentShape(openCodeAgentTexts)),
  tools: openCodeTools,
  serverTools: /^[\w-]+_[\w*]/,
  agents: openCodeAgentNames,
  references: openCodeAgentReferences('OpenCode'),
  loader,
  // `$ARGUMENTS`, `{file:…}` and `{env:…}` are not replaced.
  body: { placeholders: [] },
  template: [
    '---',
    'description: ${1:What it does, and when to use it.}',
    'mode: ${2|subagent,primary,all|}',
    'permission:',
    '  edit: ${3|deny,ask,allow|}',
    '  bash: ${4|ask,deny,allow|}',
    '---',
    '',
    '${0:You are}',
    '',
  ].join('\n'),
  defines: 'agent',
  published: 5,
  duplicates: 'OpenCode keeps the one that it reads last.',
});
