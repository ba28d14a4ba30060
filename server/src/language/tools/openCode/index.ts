import type { Tool } from '../../dialect/tool.ts';
import { openCodeAgent } from './agent.ts';
import { openCodeCommand } from './command.ts';
import { openCodeConfig } from './config.ts';
import { openCodeListing } from './listing.ts';
import { openCodeMode } from './mode.ts';

/** OpenCode, with all its dialects. */
export const openCode: Tool = {
  id: 'openCode',
  title: 'OpenCode',
  dialects: [openCodeAgent, openCodeMode, openCodeCommand, openCodeConfig],
  listing: openCodeListing,
  alwaysLoaded: { instructions: ['AGENTS.md'], otherwise: 'CLAUDE.md' },
};
