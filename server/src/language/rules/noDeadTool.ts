import { removeItemFix } from './edits/listItems.ts';
import { replaceBySuggestion } from './edits/suggestion.ts';
import { issueRule } from './issueRule.ts';
import { claudeCodeObserved } from './sources.ts';

/** A tool that no longer exists. */
export const noDeadTool = issueRule({
  id: 'noDeadTool',
  title: 'Replace tools that no longer exist',
  why: 'Releases remove tools. The name of a removed tool is dropped like any unknown name.',
  sources: [claudeCodeObserved],
  codes: ['tools.dead'],
  fixes: (issue, context) => [
    replaceBySuggestion({ ...issue, data: { suggestion: issue.data?.replacement } }, context),
    removeItemFix(issue, context),
  ],
  examples: {
    invalid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\ntools: Read, MultiEdit\n             ^^^^^^^^^ warning\n---\nYou write.\n',
        fixed: '---\nname: writer\ndescription: Writes.\ntools: Read, Edit\n---\nYou write.\n',
      },
    ],
    valid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\ntools: Read, Edit\n---\nYou write.\n',
      },
    ],
  },
});
