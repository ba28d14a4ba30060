import type { Tool } from '../../dialect/tool.ts';
import { traeAgent } from './agent.ts';

/** Trae, with every kind of file that it reads. */
export const trae: Tool = {
  id: 'trae',
  title: 'Trae',
  dialects: [traeAgent],
};
