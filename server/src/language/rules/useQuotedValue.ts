import { quotings } from './edits/quoting.ts';
import { yamlRepairs } from './edits/yamlRepairs.ts';
import { issueRule } from './issueRule.ts';
import { claudeCodeObserved, loadersObserved, yamlSpecification } from './sources.ts';

/** A value that YAML cannot read as text, and that the tool repairs by guessing. */
export const useQuotedValue = issueRule({
  id: 'useQuotedValue',
  title: 'Quote values that YAML does not read as text',
  why: [
    'In YAML, an unquoted `: ` starts another key, and text cannot start with `@`, `` ` ``, `*`, `[` or `{`. Some tools',
    'repair such lines by guessing; strict tools drop the file or all of its front matter. In quotes, or as a block scalar,',
    'the value is read the same by all tools.',
  ].join('\n'),
  sources: [claudeCodeObserved, loadersObserved, yamlSpecification],
  codes: ['yaml.repaired'],
  // `noted` means that only the display of the value is affected.
  severities: { noted: 'hint' },
  fixes: (issue, context) => [
    ...quotings(context, issue.data?.key ?? issue.field, issue.range.start),
    // What the tool reads now may differ from what it reads after the other repairs.
    ...yamlRepairs(issue, context).map(fix => ({ ...fix, safe: false })),
  ],
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
