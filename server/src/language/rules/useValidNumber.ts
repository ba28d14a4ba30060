import { issueRule } from './issueRule.ts';
import { claudeCodeObserved, claudeSubagentsDocumentation, loadersObserved } from './sources.ts';

/** A number out of range, or no number at all. */
export const useValidNumber = issueRule({
  id: 'useValidNumber',
  title: 'Use numbers that the tool takes',
  why: 'A number outside the tool’s range is ignored, as if the key were absent, or the file is refused with it.',
  sources: [claudeCodeObserved, claudeSubagentsDocumentation, loadersObserved],
  issues: ['value.number'],
  examples: {
    invalid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\nmaxTurns: 0\n          ^ warning\n---\nYou write.\n',
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
