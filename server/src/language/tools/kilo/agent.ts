import * as z from 'zod';
import { defineDialect } from '../../dialect/defineDialect.ts';
import { openCodeAgent } from '../openCode/agent.ts';
import { type AgentTexts, openCodeAgentShape, openCodeModeShape } from '../openCode/fields/agent.ts';
import { openCodeMode } from '../openCode/mode.ts';
import { openCodeAgentReferences } from '../openCode/references.ts';
import { kiloAgentsDocumentation, kiloObserved } from '../openCode/sources.ts';
import { kiloAgent as agentLoader, kiloMode as modeLoader } from './loader.ts';
import { kiloBuiltInAgents, kiloFiles, kiloPermissions, kiloPromptPlaceholders } from './vocabulary.ts';

/** The texts of an agent's fields. */
const kiloAgentTexts: AgentTexts = {
  tool: 'Kilo',
  whenWrong: 'Kilo skips the file; `kilo config check` reports why.',
  whenEmpty: 'A key without a value counts as absent.',
  permissions: kiloPermissions,
  documented: kiloAgentsDocumentation,
  page: 'https://kilo.ai/docs/customize/agent-properties',
};

/** A Kilo agent, in a project or in the user's configuration. */
export const kiloAgent = defineDialect({
  ...openCodeAgent,
  published: 0,
  id: 'kilo-agent',
  title: 'Kilo agent',
  target: 'kilo',
  files: kiloFiles(['agents', 'agent'], '**/*.md'),
  documentation: 'https://kilo.ai/docs/customize/agent-properties',
  source: kiloObserved,
  schema: () => z.looseObject(openCodeAgentShape(kiloAgentTexts)),
  agents: kiloBuiltInAgents,
  references: openCodeAgentReferences('Kilo'),
  loader: agentLoader,
  body: { placeholders: kiloPromptPlaceholders },
});

/** A Kilo mode: the older form of a primary agent, still read. */
export const kiloMode = defineDialect({
  ...kiloAgent,
  id: 'kilo-mode',
  title: 'Kilo mode',
  // Subfolders are not read.
  files: kiloFiles(['modes', 'mode'], '*.md'),
  schema: () => z.looseObject(openCodeModeShape(kiloAgentTexts)),
  loader: modeLoader,
  template: openCodeMode.template,
});
