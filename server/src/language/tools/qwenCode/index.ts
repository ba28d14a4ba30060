import type { Tool } from '../../dialect/tool.ts';
import { qwenAgent } from './agent.ts';
import { qwenCodeListing } from './listing.ts';

/** Qwen Code, with every kind of file that it reads. */
export const qwenCode: Tool = {
  id: 'qwenCode',
  title: 'Qwen Code',
  dialects: [qwenAgent],
  listing: qwenCodeListing,
  alwaysLoaded: { instructions: ['QWEN.md'] },
};
