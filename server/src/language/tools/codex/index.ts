import type { Tool } from '../../dialect/tool.ts';
import { codexAgent } from './agent.ts';
import { codexConfig } from './config.ts';
import { codexListing } from './listing.ts';

/** Codex, whose skills are those of the open standard. */
export const codex: Tool = {
  id: 'codex',
  title: 'Codex',
  dialects: [codexAgent, codexConfig],
  listing: codexListing,
  // The root of the project only; the limit as recorded with 0.171.0 on 2026-11-29.
  alwaysLoaded: {
    instructions: ['AGENTS.override.md'],
    otherwise: 'AGENTS.md',
    limit: { of: 'instructions', size: 32_768, unit: 'bytes', per: 'all', beyond: 'drops the rest' },
  },
};
