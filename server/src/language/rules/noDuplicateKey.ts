import { duplicateKeyFixes } from './edits/duplicateKeys.ts';
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
  fixes: (issue, { document }) => duplicateKeyFixes(issue, document),
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
