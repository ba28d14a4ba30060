import type { Tool } from '../../dialect/tool.ts';
import { devinAgent } from './agent.ts';

/** Devin, with every kind of file that it reads. */
export const devin: Tool = {
  id: 'devin',
  title: 'Devin',
  dialects: [devinAgent],
};
