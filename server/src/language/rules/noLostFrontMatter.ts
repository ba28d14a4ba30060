import { duplicateKeyFixes } from './edits/duplicateKeys.ts';
import { replaceBySuggestion } from './edits/suggestion.ts';
import { yamlRepairs } from './edits/yamlRepairs.ts';
import { issueRule } from './issueRule.ts';
import { loadersObserved } from './sources.ts';

/** Front matter that the tool cannot parse and reads as prompt text. */
export const noLostFrontMatter = issueRule({
  id: 'noLostFrontMatter',
  title: 'Write front matter that the tool can parse',
  why: 'OpenCode and Kilo do not report YAML that they cannot parse. They read the whole file, delimiters included, as the prompt: the agent has no description, no model, no permissions, and every tool.',
  sources: [loadersObserved],
  codes: ['frontMatter.lost'],
  fixes: (issue, context) => {
    const duplicates = duplicateKeyFixes(issue, context.document);
    return duplicates.length > 0
      ? duplicates
      : [replaceBySuggestion(issue, context), ...yamlRepairs(issue, context)];
  },
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
