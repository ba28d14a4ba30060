import { problemsOfSeveral } from '../loading/problems.ts';
import { removeItemFix, removeItemsFix } from './edits/listItems.ts';
import { issueRule } from './issueRule.ts';
import { claudeCodeObserved } from './sources.ts';

/** A tool that the tool drops because another one is listed. */
export const noShadowedTool = issueRule({
  id: 'noShadowedTool',
  title: 'Do not list tools that others replace',
  why: 'On macOS, Linux and WSL Claude Code drops `Grep` and `Glob` from a list that contains `Bash`, because the shell can do the same.',
  sources: [claudeCodeObserved],
  codes: ['tools.shadowed'],
  grouping: {
    within: 'field',
    problem: problemsOfSeveral.droppedTools,
    fixes: (issues, context) => [removeItemsFix(issues, context)],
  },
  severities: { noted: 'hint', ignored: 'hint' },
  fixes: (issue, context) => [removeItemFix(issue, context)],
  examples: {
    invalid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\ntools: Bash, Grep, Read\n             ^^^^ hint\n---\nYou write.\n',
        fixed: '---\nname: writer\ndescription: Writes.\ntools: Bash, Read\n---\nYou write.\n',
      },
    ],
    valid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\ntools: Read, Grep, Glob\n---\nYou write.\n',
      },
    ],
  },
});
