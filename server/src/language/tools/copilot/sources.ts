import type { Source } from '../../dialect/dialect.ts';

/** The sources of the facts about GitHub Copilot. Where they disagree, the observation wins. */
const verified = '2026-11-21';

/** The released program, run offline on test files. */
export const copilotCliObserved: Source = {
  title: 'Copilot CLI 1.0.102, observed',
  verified,
  evidence: 'measured',
};

export const copilotAgentsDocumentation: Source = {
  title: 'GitHub documentation, custom agents configuration',
  url: 'https://docs.github.com/en/copilot/reference/custom-agents-configuration',
  verified,
  evidence: 'documentation',
};

export const copilotCliDocumentation: Source = {
  title: 'GitHub documentation, Copilot CLI command reference',
  url: 'https://docs.github.com/en/copilot/reference/copilot-cli-reference/cli-command-reference#custom-agents-reference',
  verified,
  evidence: 'documentation',
};

export const vscodeAgentsDocumentation: Source = {
  title: 'VS Code documentation, custom agent file reference',
  url: 'https://code.visualstudio.com/docs/agents/reference/custom-agent-file-reference',
  verified,
  evidence: 'documentation',
};

export const vscodePromptsDocumentation: Source = {
  title: 'VS Code documentation, prompt files',
  url: 'https://code.visualstudio.com/docs/agent-customization/prompt-files',
  verified,
  evidence: 'documentation',
};

export const vscodeInstructionsDocumentation: Source = {
  title: 'VS Code documentation, custom instructions',
  url: 'https://code.visualstudio.com/docs/agent-customization/custom-instructions',
  verified,
  evidence: 'documentation',
};

export const vscodeMigrationDocumentation: Source = {
  title: 'VS Code documentation, migrating customizations',
  url: 'https://code.visualstudio.com/docs/agent-customization/migrate-customizations',
  verified: '2026-11-29',
  evidence: 'documentation',
};
