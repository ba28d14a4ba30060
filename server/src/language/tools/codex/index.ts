import type { Tool } from '../../dialect/tool.ts';
import { codexListing } from './listing.ts';

/** Codex, whose skills are those of the open standard. */
export const codex: Tool = { id: 'codex', title: 'Codex', dialects: [], listing: codexListing };
