import { doubleQuoted, meantLines, replaceValue, writtenValue } from './edits/scalar.ts';
import { issueRule } from './issueRule.ts';
import { claudeCodeObserved, yamlSpecification } from './sources.ts';

/** Text after ` #`, which YAML reads as a comment. */
export const noTruncatedValue = issueRule({
  id: 'noTruncatedValue',
  title: 'Quote values that contain a space and a number sign',
  why: 'In YAML, ` #` starts a comment, so an unquoted `Use C# and # comments` ends before the second `#`. Quote the value to keep it whole.',
  sources: [claudeCodeObserved, yamlSpecification],
  codes: ['yaml.commentCut'],
  unnecessary: () => true,
  fixes: (issue, { document }) => {
    const entry = document.entry(issue.data?.key ?? issue.field ?? '');
    if (!entry) return [];
    const whole = meantLines(document.slice(writtenValue(document, entry)));
    return [
      {
        title: 'Quote the value to keep it whole',
        changes: [replaceValue(document, entry, doubleQuoted(whole))],
        safe: false,
      },
    ];
  },
  examples: {
    invalid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Use for C# and # comments\n                            ^^^^^^^^^^ warning\n---\nYou write.\n',
        fixed: '---\nname: writer\ndescription: "Use for C# and # comments"\n---\nYou write.\n',
      },
    ],
    valid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Use for C#\nmodel: opus # the strong one\n---\nYou write.\n',
      },
    ],
  },
});
