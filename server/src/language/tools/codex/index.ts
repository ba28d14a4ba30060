import type { Tool } from '../../dialect/tool.ts';
import { codexAgent } from './agent.ts';
import { codexListing } from './listing.ts';

/** Codex, whose skills are those of the open standard. */
export const codex: Tool = { id: 'codex', title: 'Codex', dialects: [codexAgent], listing: codexListing };
