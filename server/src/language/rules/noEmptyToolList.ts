import { removeEntries } from './edits/entries.ts';
import { issueRule } from './issueRule.ts';
import { claudeCodeObserved, loadersObserved } from './sources.ts';

/** An empty tool list. */
export const noEmptyToolList = issueRule({
  id: 'noEmptyToolList',
  title: 'List at least one tool, or remove the key',
  why: 'An empty list has opposite meanings: no tools in Claude Code, Copilot and Gemini CLI, every tool in Qwen Code and Junie. To inherit every tool, remove the key.',
  sources: [claudeCodeObserved, loadersObserved],
  codes: ['tools.empty'],
  fixes: (issue, { document }) => {
    const entry = document.entry(issue.field ?? 'tools');
    const changes = entry && removeEntries(document, [entry]);
    return changes ? [{ title: `Remove \`${entry.key}\` to allow every tool`, changes, safe: false }] : [];
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
