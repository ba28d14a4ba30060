import { problemsOfSeveral } from '../loading/problems.ts';
import { removeItemFix, removeItemsFix } from './edits/listItems.ts';
import { replaceAllBySuggestion, replaceBySuggestion } from './edits/suggestion.ts';
import { issueRule } from './issueRule.ts';
import { claudeCodeObserved, loadersObserved } from './sources.ts';

/** A name that is not a tool. */
export const useKnownTool = issueRule({
  id: 'useKnownTool',
  title: 'List tools by their exact names',
  why: 'A name that is not a tool is silently dropped, so one typo removes a capability. Names are case-sensitive in most tools.',
  sources: [claudeCodeObserved, loadersObserved],
  codes: ['tools.unknown'],
  grouping: {
    within: 'field',
    joins: ({ subject }) => subject !== undefined,
    problem: problemsOfSeveral.unknownTools,
    fixes: (issues, context) => [replaceAllBySuggestion(issues, context), removeItemsFix(issues, context)],
  },
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
