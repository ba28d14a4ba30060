import { problemsOfSeveral } from '../loading/problems.ts';
import { removeItemFix, removeItemsFix } from './edits/listItems.ts';
import { issueRule } from './issueRule.ts';
import { claudeCodeObserved, claudeSubagentsDocumentation } from './sources.ts';

/** A tool that this kind of agent never gets. */
export const noUnavailableTool = issueRule({
  id: 'noUnavailableTool',
  title: 'List only tools that this kind of agent can use',
  why: 'Some tools belong to the main conversation. A subagent never gets them, listed or not.',
  sources: [claudeCodeObserved, claudeSubagentsDocumentation],
  codes: ['tools.unavailable'],
  grouping: {
    within: 'field',
    problem: problemsOfSeveral.unavailableTools,
    fixes: (issues, context) => [removeItemsFix(issues, context)],
  },
  fixes: (issue, context) => [removeItemFix(issue, context)],
  examples: {
    invalid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\ntools: Read, AskUserQuestion\n             ^^^^^^^^^^^^^^^ warning\n---\nYou write.\n',
        fixed: '---\nname: writer\ndescription: Writes.\ntools: Read\n---\nYou write.\n',
      },
    ],
    valid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\ntools: Read\n---\nYou write.\n',
      },
    ],
  },
});
