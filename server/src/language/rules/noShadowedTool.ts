import { removeItemFix } from './edits/listItems.ts';
import { issueRule } from './issueRule.ts';
import { claudeCodeObserved } from './sources.ts';

/** A tool that another in the list makes superfluous. */
export const noShadowedTool = issueRule({
  id: 'noShadowedTool',
  title: 'Know which tools go when others are listed',
  why: 'On macOS, Linux and WSL Claude Code drops `Grep` and `Glob` from a list that has `Bash`: the shell does their work.',
  sources: [claudeCodeObserved],
  issues: ['tools.shadowed'],
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
