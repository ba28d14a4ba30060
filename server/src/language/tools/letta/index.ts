import type { Tool } from '../../dialect/tool.ts';
import { lettaAgent } from './agent.ts';

/** Letta Code, with its one kind of file. */
export const letta: Tool = {
  id: 'letta',
  title: 'Letta',
  dialects: [lettaAgent],
};
