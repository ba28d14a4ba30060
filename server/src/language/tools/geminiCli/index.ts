import type { Tool } from '../../dialect/tool.ts';
import { geminiAgent } from './agent.ts';

/** Gemini CLI, with every kind of file that it reads. */
export const geminiCli: Tool = {
  id: 'geminiCli',
  title: 'Gemini CLI',
  dialects: [geminiAgent],
};
