import type { Source } from '../dialect/dialect.ts';

// The sources of the rules. Recordings are of released tools, run offline.

export {
  claudeCodeObserved,
  claudeHooksDocumentation,
  claudeSubagentsDocumentation,
} from '../tools/claudeCode/sources.ts';

export { codexInstructionsObserved, codexObserved } from '../tools/codex/sources.ts';
export { vscodeMigrationDocumentation } from '../tools/copilot/sources.ts';

export const claudeCodeMemory: Source = {
  title: 'Claude Code documentation, memory',
  url: 'https://code.claude.com/docs/en/memory#import-additional-files',
  verified: '2026-11-21',
  evidence: 'documentation',
};

export const loadersObserved: Source = {
  title:
    'OpenCode 1.18.33, Kilo 7.7.9, Copilot CLI 1.0.102, Gemini CLI 0.61.0, Qwen Code 0.24.4 and others, observed',
  verified: '2026-11-21',
  evidence: 'measured',
};

export const yamlSpecification: Source = {
  title: 'YAML 1.2.2',
  url: 'https://yaml.org/spec/1.2.2/',
  verified: '2026-11-21',
  evidence: 'documentation',
};

export const agentSkillsSpecification: Source = {
  title: 'Agent Skills specification, file references',
  url: 'https://agentskills.io/specification',
  verified: '2026-11-21',
  evidence: 'documentation',
};

export const vscodeAgents: Source = {
  title: 'VS Code documentation, custom agents',
  url: 'https://code.visualstudio.com/docs/agent-customization/custom-agents',
  verified: '2026-11-21',
  evidence: 'documentation',
};

export const listingsRecorded: Source = {
  title: 'Claude Code 2.1.329, Codex 0.171.0 and Copilot CLI 1.0.102, requests recorded',
  verified: '2026-11-29',
  evidence: 'measured',
};
