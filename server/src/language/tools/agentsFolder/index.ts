import type { Tool } from '../../dialect/tool.ts';
import { sharedAgent } from './agent.ts';

/** Shared agents folder, with every kind of file that it reads. */
export const agentsFolder: Tool = {
  id: 'agentsFolder',
  title: 'Shared agents folder',
  dialects: [sharedAgent],
};
