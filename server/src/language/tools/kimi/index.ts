import type { Tool } from '../../dialect/tool.ts';
import { kimiAgent } from './agent.ts';

/** Kimi Code, with every kind of file that it reads. */
export const kimi: Tool = {
  id: 'kimi',
  title: 'Kimi Code',
  dialects: [kimiAgent],
};
