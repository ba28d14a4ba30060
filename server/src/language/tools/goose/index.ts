import type { Tool } from '../../dialect/tool.ts';
import { gooseAgent } from './agent.ts';

/** Goose, with every kind of file that it reads. */
export const goose: Tool = {
  id: 'goose',
  title: 'Goose',
  dialects: [gooseAgent],
};
