import type { Tool } from '../../dialect/tool.ts';
import { codeBuddyAgent } from './agent.ts';

/** CodeBuddy Code, with its one kind of file. */
export const codeBuddy: Tool = {
  id: 'codeBuddy',
  title: 'CodeBuddy',
  dialects: [codeBuddyAgent],
};
