import { problemsOfSeveral } from '../loading/problems.ts';
import { replaceAllBySuggestion, replaceBySuggestion } from './edits/suggestion.ts';
import { issueRule } from './issueRule.ts';
import { claudeCodeObserved, loadersObserved } from './sources.ts';

/** An older tool name that still works. */
export const useCurrentToolName = issueRule({
  id: 'useCurrentToolName',
  title: 'Use the current name of a tool',
  why: 'The older name still works, but the documentation no longer mentions it: `Task` is now `Agent`.',
  sources: [claudeCodeObserved, loadersObserved],
  codes: ['tools.alias'],
  grouping: {
    within: 'field',
    problem: problemsOfSeveral.oldNames,
    fixes: (issues, context) => [replaceAllBySuggestion(issues, context)],
  },
  severities: { noted: 'hint' },
  fixes: (issue, context) => [replaceBySuggestion(issue, context)],
  examples: {
    invalid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\ntools: Read, Task\n             ^^^^ hint\n---\nYou write.\n',
        fixed: '---\nname: writer\ndescription: Writes.\ntools: Read, Agent\n---\nYou write.\n',
      },
    ],
    valid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\ntools: Read, Agent\n---\nYou write.\n',
      },
    ],
  },
});
