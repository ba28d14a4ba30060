import { quotings } from './edits/quoting.ts';
import { replaceBySuggestion } from './edits/suggestion.ts';
import { issueRule, textIn } from './issueRule.ts';
import { loadersObserved } from './sources.ts';

/** Front matter that the tool gives up on, prompt and all. */
export const noLostFrontMatter = issueRule({
  id: 'noLostFrontMatter',
  title: 'Write front matter that the tool does not throw away',
  why: 'OpenCode and Kilo do not report YAML that they cannot read. They take the whole file, fences included, for the prompt: the agent has no description, no model, no permissions, and every tool.',
  sources: [loadersObserved],
  issues: ['frontMatter.lost'],
  fixes: (issue, context) => [
    replaceBySuggestion(issue, context),
    ...quotings(context, textIn(issue, 'key') ?? issue.field),
  ],
  examples: {
    invalid: [
      {
        dialect: 'opencode-agent',
        text: '---\ndescription: Writes.\npermission:\n  *: deny\n  ^ error\n  read: allow\n---\nYou write.\n',
        fixed: '---\ndescription: Writes.\npermission:\n  "*": deny\n  read: allow\n---\nYou write.\n',
      },
      {
        dialect: 'kilo-workflow',
        text: '---\n^^^ warning\ndescription: Ships.\n---\n# Ship\n\nShip it.\n',
      },
    ],
    valid: [
      {
        dialect: 'opencode-agent',
        text: '---\ndescription: Writes.\npermission:\n  "*": deny\n  read: allow\n---\nYou write.\n',
      },
    ],
  },
});
