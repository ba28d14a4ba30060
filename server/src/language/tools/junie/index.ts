import type { Tool } from '../../dialect/tool.ts';
import { junieAgent } from './agent.ts';

/** Junie, with every kind of file that it reads. */
export const junie: Tool = {
  id: 'junie',
  title: 'Junie',
  dialects: [junieAgent],
};
