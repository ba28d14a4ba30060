import type { Tool } from '../../dialect/tool.ts';
import { copilotAgent } from './agent.ts';
import { copilotChatmode } from './chatmode.ts';
import { copilotCliListing } from './cli/listing.ts';
import { copilotInstructions } from './instructions.ts';
import { copilotPrompt } from './prompt.ts';

/** GitHub Copilot, with every kind of file that it reads. */
export const copilot: Tool = {
  id: 'copilot',
  title: 'GitHub Copilot',
  dialects: [copilotAgent, copilotPrompt, copilotInstructions, copilotChatmode],
  listing: copilotCliListing,
  alwaysLoaded: { instructions: ['.github/copilot-instructions.md', 'AGENTS.md'] },
};
