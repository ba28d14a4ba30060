import { replaceBySuggestion } from './edits/suggestion.ts';
import { choiceFixes, removeKeyFix } from './edits/valueRepairs.ts';
import { issueRule } from './issueRule.ts';
import { claudeCodeObserved, loadersObserved } from './sources.ts';

/** A model that the tool cannot find. */
export const useKnownModel = issueRule({
  id: 'useKnownModel',
  title: 'Use a model that the tool can find',
  why: 'Tools accept any string as a model and fail only when the agent first runs. Full ids are never checked against a list, because new ones appear every month. A value that is neither an alias nor shaped like an id is reported.',
  sources: [claudeCodeObserved, loadersObserved],
  codes: ['value.model', 'model.replaced', 'model.profile'],
  fixes: (issue, context) => {
    const suggested = replaceBySuggestion(issue, context);
    return [...(suggested ? [suggested] : choiceFixes(issue, context)), removeKeyFix(issue, context)];
  },
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
