import type { Tool } from '../../dialect/tool.ts';
import { geminiAgent } from './agent.ts';
import { geminiCommand } from './command.ts';
import { geminiExtension } from './extension.ts';
import { geminiCliListing } from './listing.ts';

/** Gemini CLI, with every kind of file that it reads. */
export const geminiCli: Tool = {
  id: 'geminiCli',
  title: 'Gemini CLI',
  dialects: [geminiAgent, geminiCommand, geminiExtension],
  listing: geminiCliListing,
  alwaysLoaded: { instructions: ['GEMINI.md'] },
};
