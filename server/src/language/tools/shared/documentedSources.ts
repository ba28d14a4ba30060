import type { Source } from '../../dialect/dialect.ts';

/** When the sources below were last read. */
const verified = '2026-11-21';

function documentation(title: string, url: string): Source {
  return { title, url, verified, evidence: 'documentation' };
}

/** What others report of a tool: converters that cite its documentation, reviews that quote it. */
function secondHand(title: string, url: string): Source {
  return { title, url, verified, evidence: 'secondHand' };
}

export const cursorAgentsReported = secondHand(
  'Cursor documentation on subagents, as converters and reviews quote it',
  'https://cursor.com/docs/subagents',
);
export const cursorRulesDocumentation = documentation(
  'Cursor documentation, rules',
  'https://cursor.com/docs/rules',
);
export const cursorCommandsReported = secondHand(
  'Cursor documentation on commands, as converters quote it',
  'https://cursor.com/docs/skills',
);
export const factoryCommandsDocumentation = documentation(
  'Factory documentation, custom slash commands, 2026-07-24',
  'https://docs.factory.ai/cli/configuration/custom-slash-commands',
);
export const kiroAgentsDocumentation = documentation(
  'Kiro documentation, custom agents',
  'https://kiro.dev/docs/custom-agents/',
);
export const kiroAgentsReported = secondHand(
  'Kiro documentation on agents, as converters quote it',
  'https://kiro.dev/docs/custom-agents/configuration-reference/',
);
export const kiroSteeringDocumentation = documentation(
  'Kiro documentation, steering',
  'https://kiro.dev/docs/steering/',
);
export const junieDocumentation = documentation(
  'Junie documentation, subagents',
  'https://junie.jetbrains.com/docs/junie-cli-subagents.html',
);
export const junieReported = secondHand(
  'Junie documentation on later fields, as converters quote it',
  'https://junie.jetbrains.com/docs/junie-cli-subagents.html',
);
export const antigravityReported = secondHand(
  'Antigravity documentation on subagents, as converters quote it',
  'https://antigravity.google/docs/subagents',
);
export const traeReported = secondHand(
  'Trae documentation on subagents, as converters quote it',
  'https://docs.trae.ai/',
);
export const devinReported = secondHand(
  'Devin documentation on subagents, as converters quote it',
  'https://docs.devin.ai/',
);
export const devinRulesReported = secondHand(
  'Devin documentation on rules, as converters quote it',
  'https://docs.devin.ai/',
);
export const sharedFolderCompared: Source = {
  title: 'The documentation of the tools that read `.agents/agents`, compared',
  verified,
  evidence: 'secondHand',
};
