import { replaceBySuggestion } from './edits/suggestion.ts';
import { issueRule } from './issueRule.ts';
import { claudeCodeObserved, claudeSubagentsDocumentation, loadersObserved } from './sources.ts';

/** A colour that the tool does not show, or does not take. */
export const useKnownColor = issueRule({
  id: 'useKnownColor',
  title: 'Use a colour that the tool shows',
  why: [
    'Claude Code shows eight colours by name and leaves any other out. OpenCode takes `"#RRGGBB"` or a word of its theme',
    'only, and does not start with anything else; an unquoted `#` begins a comment there.',
  ].join('\n'),
  sources: [claudeCodeObserved, claudeSubagentsDocumentation, loadersObserved],
  issues: ['value.color'],
  severities: { noted: 'hint', ignored: 'hint' },
  fixes: (issue, context) => [replaceBySuggestion(issue, context)],
  examples: {
    invalid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\ncolor: Blue\n       ^^^^ hint\n---\nYou write.\n',
        fixed: '---\nname: writer\ndescription: Writes.\ncolor: blue\n---\nYou write.\n',
      },
    ],
    valid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\ncolor: blue\n---\nYou write.\n',
      },
    ],
  },
});
