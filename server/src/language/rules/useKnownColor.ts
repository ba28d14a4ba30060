import { replaceBySuggestion } from './edits/suggestion.ts';
import { choiceFixes, removeKeyFix } from './edits/valueRepairs.ts';
import { issueRule } from './issueRule.ts';
import { claudeCodeObserved, claudeSubagentsDocumentation, loadersObserved } from './sources.ts';

/** A color that the tool does not show or does not accept. */
export const useKnownColor = issueRule({
  id: 'useKnownColor',
  title: 'Use a color that the tool knows',
  why: [
    'Claude Code shows eight named colors and ignores any other. OpenCode accepts only `"#RRGGBB"` or a color name of its',
    'theme, and does not start with any other value; an unquoted `#` starts a comment.',
  ].join('\n'),
  sources: [claudeCodeObserved, claudeSubagentsDocumentation, loadersObserved],
  codes: ['value.color'],
  severities: { noted: 'hint', ignored: 'hint' },
  fixes: (issue, context) => {
    const suggested = replaceBySuggestion(issue, context);
    return [...(suggested ? [suggested] : choiceFixes(issue, context)), removeKeyFix(issue, context)];
  },
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
