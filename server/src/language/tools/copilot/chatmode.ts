import * as z from 'zod';
import { defineDialect } from '../../dialect/defineDialect.ts';
import { copilotAgentShape } from './fields/agent.ts';
import { chatmodeReferences, copilotBuiltInAgents } from './references.ts';
import { vscodeAgentsDocumentation } from './sources.ts';
import { copilotTools } from './tools.ts';
import { vscodeAgents } from './vscode/agents.ts';
import { vscodeCommonShape, vscodeRunShape } from './vscode/fields/files.ts';
import { profileFiles } from './vscode/profiles.ts';
import { vscodeChatmode } from './vscode/vscode.ts';

/** A chat mode of VS Code, replaced by custom agents. Only VS Code still reads it. */
export const copilotChatmode = defineDialect({
  id: 'copilot-chatmode',
  title: 'VS Code chat mode (replaced by custom agents)',
  files: ['**/.github/chatmodes/**/*.chatmode.md', ...profileFiles('*.chatmode.md')],
  names: {
    files: ['**/*.chatmode.md'],
    elsewhere: {
      consequence: 'VS Code reads chat modes in `.github/chatmodes`; no tool is known to read this file',
      advice: 'To use it, move it there, or name its folder in VS Code’s `chat.modeFilesLocations`',
    },
  },
  documentation: 'https://code.visualstudio.com/docs/agent-customization/custom-agents',
  source: vscodeAgentsDocumentation,
  schema: () => {
    const { target, agents, handoffs } = copilotAgentShape();
    return z.looseObject({
      ...vscodeCommonShape('chat mode'),
      ...vscodeRunShape(),
      target,
      agents,
      handoffs,
    });
  },
  tools: copilotTools,
  agents: copilotBuiltInAgents,
  references: chatmodeReferences,
  builtInSupport: vscodeAgents,
  loader: vscodeChatmode,
  body: { placeholders: [] },
  template: [
    '---',
    'description: ${1:What it is for.}',
    'tools: [${2:search, edit}]',
    '---',
    '',
    '${0}',
    '',
  ].join('\n'),
  defines: 'agent',
  duplicates: null,
});
