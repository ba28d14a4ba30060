import { issueRule } from './issueRule.ts';
import { claudeCodeObserved, claudeHooksDocumentation } from './sources.ts';

/** A hook of a wrong shape. */
export const useValidHook = issueRule({
  id: 'useValidHook',
  title: 'Write hooks in the shape that the tool takes',
  why: [
    'An event holds a list of groups, a group has a `matcher` and a list `hooks`, and each of these has a `type` with the',
    'fields of that type. A broken entry under `PreToolUse` or `PermissionRequest` keeps the whole agent from loading;',
    'under any other event it is left out.',
  ].join('\n'),
  sources: [claudeCodeObserved, claudeHooksDocumentation],
  issues: ['hooks.invalid'],
  examples: {
    invalid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\nhooks: true\n       ^^^^ error\n---\nYou write.\n',
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
