import type { Tool } from '../../dialect/tool.ts';
import { openHandsAgent } from './agent.ts';

/** OpenHands, with every kind of file that it reads. */
export const openHands: Tool = {
  id: 'openHands',
  title: 'OpenHands',
  dialects: [openHandsAgent],
};
