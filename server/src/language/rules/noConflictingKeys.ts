import { issueRule } from './issueRule.ts';
import { loadersObserved } from './sources.ts';

/** Two keys of which only one can be used. */
export const noConflictingKeys = issueRule({
  id: 'noConflictingKeys',
  title: 'Use only one of two keys that exclude each other',
  why: 'Where two keys set the same thing in two ways, the tool reads only one of them or rejects the file.',
  sources: [loadersObserved],
  codes: ['key.conflict'],
  examples: {
    invalid: [
      {
        dialect: 'gemini-agent',
        text: '---\nkind: remote\nname: reviewer\nagent_card_url: https://example.com/card.json\nagent_card_json: "{}"\n^^^^^^^^^^^^^^^ error\n---\n',
      },
      {
        dialect: 'qwen-agent',
        text: '---\nname: writer\ndescription: Writes.\nexecutor:\n  kind: acp\n  command: other-agent\nmodel: qwen3-coder\n^^^^^ error\n---\nYou write.\n',
      },
      {
        dialect: 'qwen-agent',
        text: '---\nname: writer\ndescription: Writes.\nexecutionBackend: container\nmcpServers:\n^^^^^^^^^^ error\n  docs:\n    command: docs-server\n---\nYou write.\n',
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
