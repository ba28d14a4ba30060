import type { Source } from '../../dialect/dialect.ts';

/** The sources of the facts about Codex. Where they disagree, the observation wins. */

/** The released program, run offline on test files. */
export const codexObserved: Source = {
  title: 'Codex 0.169.0, observed',
  verified: '2026-11-21',
  evidence: 'measured',
};

export const codexSubagentsDocumentation: Source = {
  title: 'Codex documentation, subagents',
  url: 'https://learn.chatgpt.com/docs/agent-configuration/subagents',
  verified: '2026-11-21',
  evidence: 'documentation',
};

/** The released program, run offline on test configurations and instructions. */
export const codexInstructionsObserved: Source = {
  title: 'Codex 0.169.0, configuration and instructions observed',
  url: 'https://learn.chatgpt.com/docs/agent-configuration/subagents',
  verified: '2026-11-29',
  evidence: 'measured',
};
