import { issueRule } from './issueRule.ts';
import { loadersObserved } from './sources.ts';

/** A key that this kind of file must have. */
export const useRequiredKey = issueRule({
  id: 'useRequiredKey',
  title: 'Add every key that the tool requires',
  why: 'Besides name and description, some kinds of files require other keys, such as the card of a remote agent or the instructions of a Codex role. Without them, the file is rejected.',
  sources: [loadersObserved],
  codes: ['key.missing'],
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
