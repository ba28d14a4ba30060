import { movesOn } from './edits/outcome.ts';
import { quotings } from './edits/quoting.ts';
import { noteRule, textIn } from './noteRule.ts';
import { claudeCodeObserved, loadersObserved, yamlSpecification } from './sources.ts';

/** YAML that the tool cannot read. */
export const useValidYaml = noteRule({
  id: 'useValidYaml',
  title: 'Write YAML that the tool can read',
  why: [
    'When the front matter is no valid YAML, the tool knows neither name nor description: the file is not loaded, and',
    'most tools say so only in a log. Quotes around the value, or a block scalar (`|`) with indented lines, mend it.',
  ].join('\n'),
  sources: [claudeCodeObserved, loadersObserved, yamlSpecification],
  notes: ['yaml.invalid'],
  fixes: (note, context) =>
    quotings(context, textIn(note, 'key') ?? note.field).filter(({ changes }) =>
      movesOn(changes, note, context),
    ),
  examples: {
    invalid: [
      {
        dialect: 'claude-subagent',
        text: "---\nname: writer\ndescription: 'it's for writing'\n             ^ error\n---\nYou write.\n",
        fixed: '---\nname: writer\ndescription: "it\'s for writing"\n---\nYou write.\n',
      },
    ],
    valid: [
      {
        dialect: 'claude-subagent',
        text: "---\nname: writer\ndescription: it's for writing\n---\nYou write.\n",
      },
    ],
  },
});
