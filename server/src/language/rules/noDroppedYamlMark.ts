import { quotings } from './edits/quoting.ts';
import { noteRule } from './noteRule.ts';
import { claudeCodeObserved, yamlSpecification } from './sources.ts';

/** `&word` and `!word` at the beginning of a value, which YAML takes for marks of its own. */
export const noDroppedYamlMark = noteRule({
  id: 'noDroppedYamlMark',
  title: 'Quote values that begin with & or !',
  why: 'In YAML `&word` names a value and `!word` tells its type. Both are taken out of the value, without a message. Quote the value to keep the word.',
  sources: [claudeCodeObserved, yamlSpecification],
  notes: ['yaml.dropped'],
  fixes: (note, context) => quotings({ ...context, load: { ...context.load, fields: {} } }, note.field),
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
