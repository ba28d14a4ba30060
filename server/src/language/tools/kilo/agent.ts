import * as z from 'zod';
import { defineDialect } from '../../dialect/defineDialect.ts';
import { openCodeAgent } from '../openCode/agent.ts';
import { type AgentWords, openCodeAgentShape } from '../openCode/fields/agent.ts';
import { kiloAgentsDocumentation, kiloObserved } from '../openCode/sources.ts';
import { kiloAgent as loader } from './loader.ts';
import { kiloFiles, kiloPermissions, kiloPromptPlaceholders } from './vocabulary.ts';

/** What is said of the fields of an agent. */
export const kiloAgentWords: AgentWords = {
  tool: 'Kilo',
  whenWrong: 'Kilo then leaves this file out; `kilo config check` says why.',
  whenEmpty: 'A key with nothing behind the colon counts as absent.',
  permissions: kiloPermissions,
  documented: kiloAgentsDocumentation,
  page: 'https://kilo.ai/docs/customize/agent-properties',
};

/** An agent of Kilo, in a project or in the user's configuration. */
export const kiloAgent = defineDialect({
  ...openCodeAgent,
  id: 'kilo-agent',
  title: 'Kilo agent',
  target: 'kilo',
  files: kiloFiles(['agents', 'agent'], '**/*.md'),
  documentation: 'https://kilo.ai/docs/customize/agent-properties',
  source: kiloObserved,
  schema: () => z.looseObject(openCodeAgentShape(kiloAgentWords)),
  loader,
  body: { placeholders: kiloPromptPlaceholders },
});
