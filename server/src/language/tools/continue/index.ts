import type { Tool } from '../../dialect/tool.ts';
import { continueAgent } from './agent.ts';

/** Continue, with every kind of file that it reads. */
export const continueDev: Tool = {
  id: 'continue',
  title: 'Continue',
  dialects: [continueAgent],
};
