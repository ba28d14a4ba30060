import * as z from 'zod';
import { copilotAgentFor, copilotAgent as loader } from '../loaders/copilotAgent.ts';
import { longestCloudPrompt } from '../loaders/copilotCli/notes.ts';
import { defineDialect } from './defineDialect.ts';
import { copilotAgentShape } from './schemas/copilotAgent.ts';
import { copilotCliObserved } from './vocabulary/copilotSources.ts';
import { copilotTools } from './vocabulary/copilotTools.ts';
import { vscodeAgents } from './vocabulary/vscodeAgents.ts';

/** A custom agent of GitHub Copilot: in VS Code, for the cloud agent on GitHub, and in Copilot CLI. */
export const copilotAgent = defineDialect({
  id: 'copilot-agent',
  title: 'Copilot custom agent',
  target: 'copilot-cli',
  files: ['**/.github/agents/**/*.md', '**/.copilot/agents/**/*.md', '**/*.agent.md'],
  documentation: 'https://docs.github.com/en/copilot/reference/custom-agents-configuration',
  source: copilotCliObserved,
  schema: () => z.looseObject(copilotAgentShape()),
  tools: copilotTools,
  editorSupport: vscodeAgents,
  loader,
  loaderFor: copilotAgentFor,
  // Nothing is substituted in an agent's prompt.
  body: { placeholders: [], maxLength: longestCloudPrompt },
  scaffold: [
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
  namesakes: 'Copilot CLI offers each of them by this name, and `--agent` takes the first.',
});
