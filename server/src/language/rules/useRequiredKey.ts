import { issueRule } from './issueRule.ts';
import { loadersObserved } from './sources.ts';

/** A key that such a file must have. */
export const useRequiredKey = issueRule({
  id: 'useRequiredKey',
  title: 'Give every key that the tool wants',
  why: 'Beside name and description some kinds of files need further keys, such as the card of a remote agent or the instructions of a Codex role. Without them the file is refused.',
  sources: [loadersObserved],
  issues: ['key.missing'],
  examples: {
    invalid: [
      {
        dialect: 'gemini-agent',
        text: '---\n^^^ error\nkind: remote\nname: reviewer\n---\n',
      },
    ],
    valid: [
      {
        dialect: 'gemini-agent',
        text: '---\nkind: remote\nname: reviewer\nagent_card_url: https://example.com/card.json\n---\n',
      },
    ],
  },
});
