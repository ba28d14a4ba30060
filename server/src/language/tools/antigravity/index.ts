import type { Tool } from '../../dialect/tool.ts';
import { antigravityAgent } from './agent.ts';

/** Antigravity, with every kind of file that it reads. */
export const antigravity: Tool = {
  id: 'antigravity',
  title: 'Antigravity',
  dialects: [antigravityAgent],
};
