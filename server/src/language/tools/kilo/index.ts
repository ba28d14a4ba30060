import type { Tool } from '../../dialect/tool.ts';
import { kiloAgent, kiloMode } from './agent.ts';
import { kiloCommand, kiloWorkflow } from './command.ts';

/** Kilo, with all its dialects. */
export const kilo: Tool = {
  id: 'kilo',
  title: 'Kilo',
  dialects: [kiloAgent, kiloMode, kiloCommand, kiloWorkflow],
};
