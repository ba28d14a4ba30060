import { numberFixes, removeKeyFix } from './edits/valueRepairs.ts';
import { issueRule } from './issueRule.ts';
import { claudeCodeObserved, claudeSubagentsDocumentation, loadersObserved } from './sources.ts';

/** A number out of range, or a value that is not a number. */
export const useValidNumber = issueRule({
  id: 'useValidNumber',
  title: 'Use numbers that the tool accepts',
  why: 'A number outside the tool’s range is ignored, as if the key were absent, or the tool rejects the file.',
  sources: [claudeCodeObserved, claudeSubagentsDocumentation, loadersObserved],
  codes: ['value.number'],
  fixes: (issue, context) => [...numberFixes(issue, context), removeKeyFix(issue, context)],
  examples: {
    invalid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\nmaxTurns: 0\n          ^ warning\n---\nYou write.\n',
        fixed: '---\nname: writer\ndescription: Writes.\nmaxTurns: 1\n---\nYou write.\n',
      },
    ],
    valid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\nmaxTurns: 5\n---\nYou write.\n',
      },
    ],
  },
});
