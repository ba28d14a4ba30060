import { replaceBySuggestion } from './edits/suggestion.ts';
import { noteRule } from './noteRule.ts';
import { claudeCodeObserved, claudeHooksDocumentation } from './sources.ts';

/** A hook event that does not exist. */
export const useKnownHookEvent = noteRule({
  id: 'useKnownHookEvent',
  title: 'Hang hooks on events that exist',
  why: 'An unknown event is ignored with all of its hooks, so a check that you rely on never runs. Names are case-sensitive.',
  sources: [claudeCodeObserved, claudeHooksDocumentation],
  notes: ['hooks.event'],
  severities: { widened: 'warning' },
  fixes: (note, context) => [replaceBySuggestion(note, context)],
  examples: {
    invalid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\nhooks:\n  PreTooluse:\n  ^^^^^^^^^^ warning\n    - hooks:\n        - type: command\n          command: ./check.sh\n---\nYou write.\n',
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
