import { issueRule } from './issueRule.ts';
import { claudeCodeObserved } from './sources.ts';

/** A secret in a file that is shared. */
export const noPlainSecret = issueRule({
  id: 'noPlainSecret',
  title: 'Keep secrets out of files that are shared',
  why: 'Settings and server lists are checked in, and everybody who has the repository has the secret. A value is reported where it has the form of the token of a known service, or where its key names a secret and it looks like one. Variables, such as `${GITHUB_TOKEN}`, and the placeholders of examples are left alone.',
  sources: [claudeCodeObserved],
  codes: ['secret.plain'],
  severities: { noted: 'warning' },
  examples: {
    invalid: [
      {
        dialect: 'claude-settings',
        path: '.claude/settings.json',
        text: '{\n  "env": {\n    "SEARCH_API_KEY": "9f8e7d6c5b4a39281706f5e4d3c2b1a0"\n                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning\n  }\n}\n',
      },
    ],
    valid: [
      {
        dialect: 'claude-settings',
        path: '.claude/settings.json',
        text: '{\n  "env": {\n    "SEARCH_API_KEY": "<your key>",\n    "EDITOR": "vi"\n  }\n}\n',
      },
    ],
  },
});
