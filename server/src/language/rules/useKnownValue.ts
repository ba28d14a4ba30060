import { repairs } from './edits/outcome.ts';
import { replaceBySuggestion } from './edits/suggestion.ts';
import { choiceFixes, removeKeyFix } from './edits/valueRepairs.ts';
import { issueRule } from './issueRule.ts';
import { claudeCodeObserved, claudeSubagentsDocumentation, loadersObserved } from './sources.ts';

/** A value that is not in the tool's list. */
export const useKnownValue = issueRule({
  id: 'useKnownValue',
  title: 'Use one of the values that the tool accepts',
  why: 'A value that is not in the tool’s list is ignored, or the tool rejects the file. The lists are exact and case-sensitive.',
  sources: [claudeCodeObserved, claudeSubagentsDocumentation, loadersObserved],
  codes: ['value.choice'],
  fixes: (issue, context) => {
    const suggested = replaceBySuggestion(issue, context);
    const choices = suggested
      ? [suggested]
      : choiceFixes(issue, context).filter(fix => fix && repairs(fix.changes, issue, context));
    return [...choices, removeKeyFix(issue, context)];
  },
  examples: {
    invalid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\npermissionMode: acceptedits\n                ^^^^^^^^^^^ warning\n---\nYou write.\n',
        fixed: '---\nname: writer\ndescription: Writes.\npermissionMode: acceptEdits\n---\nYou write.\n',
      },
    ],
    valid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\npermissionMode: acceptEdits\nmemory: user\n---\nYou write.\n',
      },
    ],
  },
});
