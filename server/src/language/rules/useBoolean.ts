import { problemsOfSeveral } from '../loading/problems.ts';
import { replaceWithQuotes } from './edits/suggestion.ts';
import { issueRule } from './issueRule.ts';
import { claudeCodeObserved, loadersObserved } from './sources.ts';

/** `yes`, `on` or `1` where only `true` and `false` are booleans. */
export const useBoolean = issueRule({
  id: 'useBoolean',
  title: 'Write booleans as true or false',
  why: '`yes`, `no`, `on` and `off` are strings in YAML 1.2. Where a tool expects a boolean, it ignores them or rejects the file.',
  sources: [claudeCodeObserved, loadersObserved],
  codes: ['value.boolean'],
  fixes: (issue, context) => [replaceWithQuotes(issue, context)],
  grouping: {
    within: 'field',
    problem: problemsOfSeveral.notBooleans,
    fixes: (issues, context) => {
      const changes = issues.flatMap(issue => replaceWithQuotes(issue, context)?.changes ?? []);
      if (changes.length < issues.length) return [];
      return [{ title: `Change all ${changes.length} to booleans`, changes, safe: false }];
    },
  },
  examples: {
    invalid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\nbackground: yes\n            ^^^ warning\n---\nYou write.\n',
        fixed: '---\nname: writer\ndescription: Writes.\nbackground: true\n---\nYou write.\n',
      },
      {
        dialect: 'opencode-agent',
        text: '---\ndescription: Writes.\nhidden: "true"\n        ^^^^^^ error\n---\nYou write.\n',
        fixed: '---\ndescription: Writes.\nhidden: true\n---\nYou write.\n',
      },
    ],
    valid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\nbackground: true\n---\nYou write.\n',
      },
    ],
  },
});
