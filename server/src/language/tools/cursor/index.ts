import type { Tool } from '../../dialect/tool.ts';
import { cursorAgent } from './agent.ts';
import { cursorCommand } from './command.ts';
import { cursorRule } from './rule.ts';

/** Cursor, with every kind of file that it reads. */
export const cursor: Tool = {
  id: 'cursor',
  title: 'Cursor',
  dialects: [cursorAgent, cursorRule, cursorCommand],
  alwaysLoaded: { instructions: ['AGENTS.md'], rule: ({ fields }) => fields.alwaysApply === true },
};
