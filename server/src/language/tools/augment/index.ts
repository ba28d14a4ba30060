import type { Tool } from '../../dialect/tool.ts';
import { augmentAgent } from './agent.ts';

/** Augment, with every kind of file that it reads. */
export const augment: Tool = {
  id: 'augment',
  title: 'Augment',
  dialects: [augmentAgent],
};
