import type { Tool } from '../../dialect/tool.ts';
import { augmentAgent } from './agent.ts';

/** Augment, with its one kind of file. */
export const augment: Tool = {
  id: 'augment',
  title: 'Augment',
  dialects: [augmentAgent],
};
