import { removeEntry } from './edits/entries.ts';
import { issueRule } from './issueRule.ts';
import { claudeCodeObserved, loadersObserved } from './sources.ts';

/** A tool list without an entry. */
export const noEmptyToolList = issueRule({
  id: 'noEmptyToolList',
  title: 'Say which tools, or leave the key out',
  why: 'An empty list means opposite things: no tool at all in Claude Code, Copilot and Gemini CLI, every tool in Qwen Code and Junie. To inherit every tool, leave the key out.',
  sources: [claudeCodeObserved, loadersObserved],
  issues: ['tools.empty'],
  fixes: (issue, { document }) => {
    const entry = document.entry(issue.field ?? 'tools');
    return entry
      ? [{ title: `Remove \`${entry.key}\`: every tool`, changes: [removeEntry(entry)], safe: false }]
      : [];
  },
  examples: {
    invalid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\ntools:\n^^^^^ warning\n---\nYou write.\n',
        fixed: '---\nname: writer\ndescription: Writes.\n---\nYou write.\n',
      },
    ],
    valid: [
      { dialect: 'claude-subagent', text: '---\nname: writer\ndescription: Writes.\n---\nYou write.\n' },
    ],
  },
});
