import { replaceBySuggestion } from './edits/suggestion.ts';
import { issueRule } from './issueRule.ts';
import { claudeCodeObserved, loadersObserved } from './sources.ts';

/** A model that the tool will not find. */
export const useKnownModel = issueRule({
  id: 'useKnownModel',
  title: 'Name a model that the tool can find',
  why: 'Tools take any text as a model and fail only when the agent is first asked. Full ids are never held against a list, since new ones appear every month; what is neither an alias nor of the form of an id is.',
  sources: [claudeCodeObserved, loadersObserved],
  issues: ['value.model'],
  fixes: (issue, context) => [replaceBySuggestion(issue, context)],
  examples: {
    invalid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\nmodel: sonet\n       ^^^^^ warning\n---\nYou write.\n',
        fixed: '---\nname: writer\ndescription: Writes.\nmodel: sonnet\n---\nYou write.\n',
      },
    ],
    valid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\nmodel: claude-opus-5-5\n---\nYou write.\n',
      },
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\nmodel: anthropic/claude-next\n---\nYou write.\n',
      },
    ],
  },
});
