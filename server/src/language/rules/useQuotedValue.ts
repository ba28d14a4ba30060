import { quotings } from './edits/quoting.ts';
import { issueRule, textIn } from './issueRule.ts';
import { claudeCodeObserved, loadersObserved, yamlSpecification } from './sources.ts';

/** A value that YAML reads as something else, and that the tool mends by guessing. */
export const useQuotedValue = issueRule({
  id: 'useQuotedValue',
  title: 'Quote values that YAML reads otherwise',
  why: [
    'In YAML an unquoted `: ` begins another key, and a value may not begin with `@`, `` ` ``, `*`, `[` or `{` and go on',
    'as text. Some tools mend such lines by guessing; strict ones drop the file or all of its front matter. Quoted, or',
    'as a block scalar, the value is read the same by all of them.',
  ].join('\n'),
  sources: [claudeCodeObserved, loadersObserved, yamlSpecification],
  issues: ['yaml.repaired'],
  // Only how a value is shown depends on it.
  severities: { noted: 'hint' },
  fixes: (issue, context) => quotings(context, textIn(issue, 'key') ?? issue.field),
  examples: {
    invalid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Use it when: asked\n             ^^^^^^^^^^^^^^^^^^ warning\n---\nYou write.\n',
        fixed: '---\nname: writer\ndescription: "Use it when: asked"\n---\nYou write.\n',
      },
    ],
    valid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: "Use it when: asked"\n---\nYou write.\n',
      },
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: See https://example.org:80/x\n---\nYou write.\n',
      },
    ],
  },
});
