import { issueRule } from './issueRule.ts';
import { loadersObserved } from './sources.ts';

/** A prompt where the tool takes none. */
export const noIgnoredBody = issueRule({
  id: 'noIgnoredBody',
  title: 'Write no prompt where the tool takes none',
  why: 'A remote agent, for instance, is described by its card. Text below its front matter is never read.',
  sources: [loadersObserved],
  issues: ['body.ignored'],
  examples: {
    invalid: [
      {
        dialect: 'gemini-agent',
        text: '---\nkind: remote\nname: reviewer\nagent_card_url: https://example.com/card.json\n---\nYou review.\n^^^^^^^^^^^ information\n',
      },
    ],
    valid: [
      {
        dialect: 'gemini-agent',
        text: '---\nname: reviewer\ndescription: Reviews.\n---\nYou review.\n',
      },
    ],
  },
});
