import { issueRule } from './issueRule.ts';
import { loadersObserved } from './sources.ts';

/** A prompt where the tool does not read one. */
export const noIgnoredBody = issueRule({
  id: 'noIgnoredBody',
  title: 'Remove prompts that the tool does not read',
  why: 'A remote agent, for example, is described by its card. The text below its front matter is never read.',
  sources: [loadersObserved],
  codes: ['body.ignored'],
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
