import { quotings } from './edits/quoting.ts';
import { issueRule } from './issueRule.ts';
import { claudeCodeObserved, yamlSpecification } from './sources.ts';

/** `&word` and `!word` at the start of a value, which YAML reads as an anchor and a tag. */
export const noDroppedYamlMark = issueRule({
  id: 'noDroppedYamlMark',
  title: 'Quote values that start with & or !',
  why: 'In YAML `&word` is an anchor and `!word` is a tag. Both are silently removed from the value. Quote the value to keep the word.',
  sources: [claudeCodeObserved, yamlSpecification],
  codes: ['yaml.dropped'],
  fixes: (issue, context) => quotings({ ...context, load: { ...context.load, fields: {} } }, issue.field),
  examples: {
    invalid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: !important Use it\n             ^^^^^^^^^^ warning\n---\nYou write.\n',
        fixed: '---\nname: writer\ndescription: "!important Use it"\n---\nYou write.\n',
      },
    ],
    valid: [
      { dialect: 'claude-subagent', text: '---\nname: writer\ndescription: Use it!\n---\nYou write.\n' },
    ],
  },
});
