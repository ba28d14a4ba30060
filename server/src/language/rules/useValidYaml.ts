import { yamlRepairs } from './edits/yamlRepairs.ts';
import { issueRule } from './issueRule.ts';
import { claudeCodeObserved, loadersObserved, yamlSpecification } from './sources.ts';

/** YAML that the tool cannot parse. */
export const useValidYaml = issueRule({
  id: 'useValidYaml',
  title: 'Write YAML that the tool can parse',
  why: [
    'When the front matter is not valid YAML, the tool has neither name nor description: the file is not loaded, and most',
    'tools report it only in a log. Put the value in quotes, or use a block scalar (`|`) with indented lines.',
  ].join('\n'),
  sources: [claudeCodeObserved, loadersObserved, yamlSpecification],
  codes: ['yaml.invalid'],
  fixes: yamlRepairs,
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
