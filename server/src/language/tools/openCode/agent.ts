import * as z from 'zod';
import { defineDialect } from '../../dialect/defineDialect.ts';
import { type AgentWords, openCodeAgentShape } from './fields/agent.ts';
import { openCodeAgent as loader } from './loader/openCode.ts';
import { openCodeObserved, openCodePermissionsDocumentation } from './sources.ts';
import { openCodePermissions, openCodeTools } from './vocabulary.ts';

/** What is said of the fields of an agent. */
export const openCodeAgentWords: AgentWords = {
  tool: 'OpenCode',
  whenWrong: 'OpenCode then refuses its whole configuration: no agent at all is available.',
  whenEmpty: 'A key with nothing behind the colon is wrong too.',
  permissions: openCodePermissions,
  documented: openCodePermissionsDocumentation,
  page: 'https://opencode.ai/docs/agents/#description',
};

/** An agent of OpenCode, in a project or in the user's configuration. */
export const openCodeAgent = defineDialect({
  id: 'opencode-agent',
  title: 'OpenCode agent',
  target: 'opencode',
  // Any depth, hidden files included. Only `.md` in lower case is read.
  files: [
    '**/.opencode/agents/**/*.md',
    '**/.opencode/agent/**/*.md',
    '**/.config/opencode/agents/**/*.md',
    '**/.config/opencode/agent/**/*.md',
  ],
  documentation: 'https://opencode.ai/docs/agents/',
  source: openCodeObserved,
  schema: () => z.looseObject(openCodeAgentShape(openCodeAgentWords)),
  tools: openCodeTools,
  loader,
  // `$ARGUMENTS`, `{file:…}` and `{env:…}` stay as they are written.
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
  duplicates: 'OpenCode keeps the one that it reads last.',
});
