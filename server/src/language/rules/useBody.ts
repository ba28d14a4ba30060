import { issueRule } from './issueRule.ts';
import { loadersObserved } from './sources.ts';

/** A prompt that is missing or too short. */
export const useBody = issueRule({
  id: 'useBody',
  title: 'Write a prompt below the front matter',
  why: 'The text below the front matter is the agent’s prompt. Some tools reject a file without it.',
  sources: [loadersObserved],
  codes: ['body.empty'],
  examples: {
    invalid: [
      {
        dialect: 'qwen-agent',
        text: '---\n^^^ error\nname: writer\ndescription: Writes.\n---\n',
      },
    ],
    valid: [
      {
        dialect: 'qwen-agent',
        text: '---\nname: writer\ndescription: Writes.\n---\nYou write.\n',
      },
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\n---\n',
      },
    ],
  },
});
