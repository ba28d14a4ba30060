import type { Issue } from '../loading/issue.ts';
import { problemsOfSeveral } from '../loading/problems.ts';
import { removeItemFix, removeItemsFix } from './edits/listItems.ts';
import { replaceAllBySuggestion, replaceBySuggestion } from './edits/suggestion.ts';
import { issueRule } from './issueRule.ts';
import { claudeCodeObserved } from './sources.ts';

/** A tool that no longer exists. */
export const noDeadTool = issueRule({
  id: 'noDeadTool',
  title: 'Replace tools that no longer exist',
  why: 'Releases remove tools. The name of a removed tool is dropped like any unknown name.',
  sources: [claudeCodeObserved],
  codes: ['tools.dead'],
  grouping: {
    within: 'field',
    problem: problemsOfSeveral.deadTools,
    fixes: (issues, context) => [
      replaceAllBySuggestion(issues.map(suggesting), context),
      removeItemsFix(issues, context),
    ],
  },
  fixes: (issue, context) => [replaceBySuggestion(suggesting(issue), context), removeItemFix(issue, context)],
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

/** The replacement as what to write instead. */
function suggesting({ range, data }: Issue<'tools.dead'>) {
  return { range, data: { suggestion: data?.replacement } };
}
