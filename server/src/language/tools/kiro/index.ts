import type { Tool } from '../../dialect/tool.ts';
import { kiroAgent } from './agent.ts';
import { kiroSteering } from './steering.ts';

/** Kiro, with every kind of file that it reads. */
export const kiro: Tool = {
  id: 'kiro',
  title: 'Kiro',
  dialects: [kiroAgent, kiroSteering],
};
