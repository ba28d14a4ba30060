import { quotings } from './edits/quoting.ts';
import { issueRule } from './issueRule.ts';
import { claudeCodeObserved, yamlSpecification } from './sources.ts';

/** `&word` and `!word` at the beginning of a value, which YAML takes for marks of its own. */
export const noDroppedYamlMark = issueRule({
  id: 'noDroppedYamlMark',
  title: 'Quote values that begin with & or !',
  why: 'In YAML `&word` names a value and `!word` tells its type. Both are taken out of the value, without a message. Quote the value to keep the word.',
  sources: [claudeCodeObserved, yamlSpecification],
  issues: ['yaml.dropped'],
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
