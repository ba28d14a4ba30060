import type { Tool } from '../../dialect/tool.ts';
import { lettaAgent } from './agent.ts';

/** Letta, with every kind of file that it reads. */
export const letta: Tool = {
  id: 'letta',
  title: 'Letta',
  dialects: [lettaAgent],
};
