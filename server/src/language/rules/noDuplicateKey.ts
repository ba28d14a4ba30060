import { removeEntry } from './edits/entries.ts';
import { issueRule } from './issueRule.ts';
import { claudeCodeObserved, loadersObserved } from './sources.ts';

/** A key that appears twice. */
export const noDuplicateKey = issueRule({
  id: 'noDuplicateKey',
  title: 'Use each key once',
  why: 'Where a key appears twice, some tools keep the last value and others reject the file. Keep the value that you want.',
  sources: [claudeCodeObserved, loadersObserved],
  codes: ['yaml.duplicateKey'],
  unnecessary: () => true,
  fixes: (issue, { document }) => {
    const { entries } = document.yaml;
    const entry = entries.find(
      ({ keyRange }) => keyRange.start <= issue.range.start && issue.range.start <= keyRange.end,
    );
    if (!entry) return [];
    const changes = [removeEntry(entry)];
    if (issue.data?.winner !== undefined)
      return [{ title: `Remove this \`${entry.key}\`, which has no effect`, changes, safe: true }];
    // The tool reads neither, so only the author knows which one to keep.
    const others = entries.filter(other => other.key === entry.key && other !== entry);
    return [
      { title: `Remove this \`${entry.key}\``, changes, safe: false },
      { title: `Keep only this \`${entry.key}\``, changes: others.map(removeEntry), safe: false },
    ];
  },
  examples: {
    invalid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\nmodel: opus\n^^^^^ warning\nmodel: sonnet\n---\nYou write.\n',
        fixed: '---\nname: writer\ndescription: Writes.\nmodel: sonnet\n---\nYou write.\n',
      },
      {
        dialect: 'gemini-agent',
        text: '---\nname: writer\ndescription: Writes.\nmodel: inherit\nmodel: gemini-2.5-pro\n^^^^^ error\n---\nYou write.\n',
        fixed: '---\nname: writer\ndescription: Writes.\nmodel: inherit\n---\nYou write.\n',
      },
    ],
    valid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\nmodel: sonnet\n---\nYou write.\n',
      },
    ],
  },
});
