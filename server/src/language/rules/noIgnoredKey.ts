import type { Issue } from '../loading/issue.ts';
import { removeEntry } from './edits/entries.ts';
import { issueRule } from './issueRule.ts';
import { claudeCodeObserved, loadersObserved } from './sources.ts';

/** A key that the tool knows but does not read in this place. */
export const noIgnoredKey = issueRule({
  id: 'noIgnoredKey',
  title: 'Remove keys that have no effect here',
  why: 'Some keys work in certain places only: agents in Claude Code plugins, for example, cannot set `hooks`, `mcpServers`, `permissionMode` or `initialPrompt`.',
  sources: [claudeCodeObserved, loadersObserved],
  codes: ['key.ignored'],
  unnecessary: issue => !isReadElsewhere(issue),
  fixes: (issue, { document }) => {
    if (isReadElsewhere(issue)) return [];
    const { entries } = document.yaml;
    const entry = entries.find(({ keyRange }) => keyRange.start === issue.range.start);
    if (!entry) return [];
    const all = entries.filter(({ key }) => key === entry.key);
    return [{ title: `Remove \`${entry.key}\``, changes: all.map(removeEntry), safe: false }];
  },
  examples: {
    invalid: [
      {
        dialect: 'claude-plugin-agent',
        text: '---\nname: writer\ndescription: Writes.\npermissionMode: plan\n^^^^^^^^^^^^^^ error\n---\nYou write.\n',
        fixed: '---\nname: writer\ndescription: Writes.\n---\nYou write.\n',
      },
    ],
    valid: [
      {
        dialect: 'claude-plugin-agent',
        text: '---\nname: writer\ndescription: Writes.\nmaxTurns: 5\n---\nYou write.\n',
      },
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\npermissionMode: plan\n---\nYou write.\n',
      },
    ],
  },
});

/** True for a key that another tool reads from the same file, so it must stay. */
function isReadElsewhere({ data }: Issue<'key.ignored'>): boolean {
  return data?.elsewhere === true;
}
