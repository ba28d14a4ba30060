import * as z from 'zod';
import { vscodeChatmode } from '../loaders/vscode.ts';
import { defineDialect } from './defineDialect.ts';
import { copilotAgentShape } from './schemas/copilotAgent.ts';
import { vscodeCommonShape, vscodeRunShape } from './schemas/vscodeFiles.ts';
import { vscodeAgentsDocumentation } from './vocabulary/copilotSources.ts';
import { copilotTools } from './vocabulary/copilotTools.ts';
import { vscodeAgents } from './vocabulary/vscodeAgents.ts';

/** A chat mode of VS Code, which custom agents have replaced. It is still read there, and nowhere else. */
export const copilotChatmode = defineDialect({
  id: 'copilot-chatmode',
  title: 'VS Code chat mode (replaced by custom agents)',
  files: ['**/*.chatmode.md'],
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
  editorSupport: vscodeAgents,
  loader: vscodeChatmode,
  body: { placeholders: [] },
  scaffold: [
    '---',
    'description: ${1:What it is for.}',
    'tools: [${2:search, edit}]',
    '---',
    '',
    '${0}',
    '',
  ].join('\n'),
  defines: 'agent',
  namesakes: null,
});
