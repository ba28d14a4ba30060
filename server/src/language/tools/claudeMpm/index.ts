import type { Tool } from '../../dialect/tool.ts';
import { claudeMpmAgent } from './agent.ts';

/** Claude MPM, with every kind of file that it reads. */
export const claudeMpm: Tool = {
  id: 'claudeMpm',
  title: 'Claude MPM',
  dialects: [claudeMpmAgent],
};
