import * as z from 'zod';
import { defineDialect } from '../../dialect/defineDialect.ts';
import { copilotAgentFor, copilotAgent as loader, readersBeside } from './agentLoader.ts';
import { longestCloudPrompt } from './cli/issues.ts';
import { copilotAgentShape } from './fields/agent.ts';
import { copilotAgentReferences, copilotBuiltInAgents } from './references.ts';
import { copilotCliObserved } from './sources.ts';
import { copilotTools } from './tools.ts';
import { vscodeAgents } from './vscode/agents.ts';
import { profileFiles } from './vscode/profiles.ts';

/** A custom agent of GitHub Copilot: in VS Code, for the cloud agent on GitHub, and in Copilot CLI. */
export const copilotAgent = defineDialect({
  id: 'copilot-agent',
  title: 'Copilot custom agent',
  target: 'copilot-cli',
  files: ['**/.github/agents/**/*.md', '**/.copilot/agents/**/*.md', ...profileFiles('*.agent.md')],
  names: {
    files: ['**/*.agent.md'],
    elsewhere: {
      consequence:
        'Copilot CLI and VS Code read agents in `.github/agents`; no tool is known to read this file',
      advice:
        'To use it as an agent, move it there, or name its folder in VS Code’s `chat.agentFilesLocations`',
    },
  },
  documentation: 'https://docs.github.com/en/copilot/reference/custom-agents-configuration',
  source: copilotCliObserved,
  schema: () => z.looseObject(copilotAgentShape()),
  tools: copilotTools,
  toolNames: 'copilot',
  serverTools: /^[\w.]+-[\w*]/,
  agents: copilotBuiltInAgents,
  references: copilotAgentReferences,
  builtInSupport: vscodeAgents,
  loader,
  loaderFor: copilotAgentFor,
  alsoReadBy: readersBeside,
  // Nothing is substituted in an agent's prompt.
  body: { placeholders: [], maxLength: longestCloudPrompt },
  template: [
    '---',
    'name: ${1:My agent}',
    'description: ${2:What it does, and when to use it.}',
    'tools: [${3:read, search, edit}]',
    '---',
    '',
    '${0:You are}',
    '',
  ].join('\n'),
  defines: 'agent',
  published: 7,
  duplicates: 'Copilot CLI lists each of them under this name, and `--agent` uses the first.',
});
