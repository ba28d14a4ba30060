import { removeEntries } from './edits/entries.ts';
import { issueRule } from './issueRule.ts';
import { claudeCodeObserved, loadersObserved } from './sources.ts';

/** A key without a value. */
export const noEmptyValue = issueRule({
  id: 'noEmptyValue',
  title: 'Give every key a value, or remove it',
  why: 'A key with nothing after the colon is null in YAML. Some tools treat it as absent; OpenCode does not start, and Gemini CLI rejects the file.',
  sources: [claudeCodeObserved, loadersObserved],
  codes: ['value.null'],
  fixes: (issue, { document }) => {
    const entry = document.entry(issue.field ?? '');
    const changes = entry && removeEntries(document, [entry]);
    return changes ? [{ title: `Remove the empty \`${entry.key}\``, changes, safe: false }] : [];
  },
  examples: {
    invalid: [
      {
        dialect: 'gemini-agent',
        text: '---\nname: writer\ndescription: Writes.\ntools:\n^^^^^ error\n---\nYou write.\n',
        fixed: '---\nname: writer\ndescription: Writes.\n---\nYou write.\n',
      },
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\nmodel:\n^^^^^ information\n---\nYou write.\n',
        fixed: '---\nname: writer\ndescription: Writes.\n---\nYou write.\n',
      },
    ],
    valid: [
      {
        dialect: 'gemini-agent',
        text: '---\nname: writer\ndescription: Writes.\ntools: [read_file]\n---\nYou write.\n',
      },
    ],
  },
});
