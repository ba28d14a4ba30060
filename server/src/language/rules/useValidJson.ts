import { issueRule } from './issueRule.ts';
import { claudeCodeObserved } from './sources.ts';

/** JSON that the tool cannot parse. */
export const useValidJson = issueRule({
  id: 'useValidJson',
  title: 'Write JSON that the tool can parse',
  why: 'A manifest that is not valid JSON is refused, and with it everything that it is about: no agent, skill or command of the plugin is there. JSON has no comments, and no comma before a closing bracket.',
  sources: [claudeCodeObserved],
  codes: ['json.invalid'],
  fixes: ({ range }, { document }) =>
    document.slice(range) === ','
      ? [{ title: 'Remove the comma', changes: [{ range, newText: '' }], safe: true }]
      : [],
  examples: {
    invalid: [
      {
        dialect: 'claude-plugin-manifest',
        path: '.claude-plugin/plugin.json',
        text: '{\n  "name": "kit",\n               ^ error\n}\n',
        fixed: '{\n  "name": "kit"\n}\n',
      },
    ],
    valid: [
      {
        dialect: 'claude-plugin-manifest',
        path: '.claude-plugin/plugin.json',
        text: '\uFEFF{ "name": "kit" }\n',
      },
    ],
  },
});
