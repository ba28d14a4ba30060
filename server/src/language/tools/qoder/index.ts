import type { Tool } from '../../dialect/tool.ts';
import { qoderAgent } from './agent.ts';

/** Qoder, with every kind of file that it reads. */
export const qoder: Tool = {
  id: 'qoder',
  title: 'Qoder',
  dialects: [qoderAgent],
};
