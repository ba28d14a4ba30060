import { removeItemFix } from './edits/listItems.ts';
import { replaceBySuggestion } from './edits/suggestion.ts';
import { issueRule } from './issueRule.ts';
import { claudeCodeObserved, loadersObserved } from './sources.ts';

/** A name that is no tool. */
export const useKnownTool = issueRule({
  id: 'useKnownTool',
  title: 'List tools by their exact names',
  why: 'A name that is no tool is dropped without a word, so one typo takes a capability away. Names are case-sensitive in most tools.',
  sources: [claudeCodeObserved, loadersObserved],
  issues: ['tools.unknown'],
  fixes: (issue, context) => [replaceBySuggestion(issue, context), removeItemFix(issue, context)],
  examples: {
    invalid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\ntools: Read, Grpe\n             ^^^^ warning\n---\nYou write.\n',
        fixed: '---\nname: writer\ndescription: Writes.\ntools: Read, Grep\n---\nYou write.\n',
      },
    ],
    valid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\ntools: Read, mcp__github__search\n---\nYou write.\n',
      },
    ],
  },
});
