import type { Tool } from '../../dialect/tool.ts';
import { clineAgent } from './agent.ts';

/** Cline, whose agents are YAML files with front matter. */
export const cline: Tool = { id: 'cline', title: 'Cline', dialects: [clineAgent] };
