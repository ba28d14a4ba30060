import { replaceBySuggestion } from './edits/suggestion.ts';
import { issueRule } from './issueRule.ts';
import { claudeCodeObserved, loadersObserved } from './sources.ts';

/** A tool list without any existing tool. */
export const useResolvableTools = issueRule({
  id: 'useResolvableTools',
  title: 'List at least one tool that exists',
  why: 'When no name in the list is a tool, Claude Code refuses to start the agent ("would be spawned with zero tools"); other tools start it without tools.',
  sources: [claudeCodeObserved, loadersObserved],
  codes: ['tools.none'],
  fixes: (issue, context) => [replaceBySuggestion(issue, context)],
  examples: {
    invalid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\ntools: All tools\n       ^^^^^^^^^ error\n---\nYou write.\n',
      },
    ],
    valid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\ntools: "*"\n---\nYou write.\n',
      },
    ],
  },
});
