import type { Tool } from '../../dialect/tool.ts';
import { codeBuddyAgent } from './agent.ts';

/** CodeBuddy, with every kind of file that it reads. */
export const codeBuddy: Tool = {
  id: 'codeBuddy',
  title: 'CodeBuddy',
  dialects: [codeBuddyAgent],
};
