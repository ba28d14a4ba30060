import { replaceBySuggestion } from './edits/suggestion.ts';
import { valueFixes } from './edits/valueRepairs.ts';
import { issueRule } from './issueRule.ts';
import { claudeCodeObserved, claudeHooksDocumentation } from './sources.ts';

/** A hook with an invalid structure. */
export const useValidHook = issueRule({
  id: 'useValidHook',
  title: 'Write hooks in the structure that the tool reads',
  why: [
    'An event contains a list of groups, a group has a `matcher` and a list `hooks`, and each hook has a `type` with the',
    'fields of that type. An invalid entry under `PreToolUse` or `PermissionRequest` keeps the whole agent from loading;',
    'under any other event, only the entry is ignored. A `matcher` with the name of a tool in another case never matches.',
  ].join('\n'),
  sources: [claudeCodeObserved, claudeHooksDocumentation],
  codes: ['hooks.invalid', 'hooks.matcher'],
  fixes: (issue, context) =>
    issue.code === 'hooks.matcher' ? [replaceBySuggestion(issue, context)] : valueFixes(issue, context),
  examples: {
    invalid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\nhooks: true\n       ^^^^ error\n---\nYou write.\n',
      },
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\nhooks:\n  PreToolUse:\n    - matcher: bash\n               ^^^^ error\n      hooks:\n        - type: command\n          command: ./check.sh\n---\nYou write.\n',
        fixed:
          '---\nname: writer\ndescription: Writes.\nhooks:\n  PreToolUse:\n    - matcher: Bash\n      hooks:\n        - type: command\n          command: ./check.sh\n---\nYou write.\n',
      },
    ],
    valid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\nhooks:\n  PreToolUse:\n    - matcher: Bash\n      hooks:\n        - type: command\n          command: ./check.sh\n---\nYou write.\n',
      },
    ],
  },
});
