import { problemsOfSeveral } from '../loading/problems.ts';
import { replaceAllBySuggestion, replaceBySuggestion } from './edits/suggestion.ts';
import { issueRule } from './issueRule.ts';
import { claudeCodeObserved, claudeHooksDocumentation } from './sources.ts';

/** A hook event that does not exist. */
export const useKnownHookEvent = issueRule({
  id: 'useKnownHookEvent',
  title: 'Use a known hook event',
  why: 'An unknown event is ignored together with its hooks, so a check that you rely on never runs. Names are case-sensitive.',
  sources: [claudeCodeObserved, claudeHooksDocumentation],
  codes: ['hooks.event'],
  grouping: {
    within: 'field',
    problem: problemsOfSeveral.unknownEvents,
    fixes: (issues, context) => [replaceAllBySuggestion(issues, context)],
  },
  fixes: (issue, context) => [replaceBySuggestion(issue, context)],
  examples: {
    invalid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\nhooks:\n  PreTooluse:\n  ^^^^^^^^^^ error\n    - hooks:\n        - type: command\n          command: ./check.sh\n---\nYou write.\n',
        fixed:
          '---\nname: writer\ndescription: Writes.\nhooks:\n  PreToolUse:\n    - hooks:\n        - type: command\n          command: ./check.sh\n---\nYou write.\n',
      },
    ],
    valid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\nhooks:\n  Stop:\n    - hooks:\n        - type: command\n          command: ./check.sh\n---\nYou write.\n',
      },
    ],
  },
});
