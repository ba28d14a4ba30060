import { issueRule } from './issueRule.ts';
import { renaming } from './noUnknownKey.ts';
import { claudeCodeObserved, loadersObserved } from './sources.ts';

/** A misspelled key that was meant to limit the agent. */
export const noIneffectiveLimit = issueRule({
  id: 'noIneffectiveLimit',
  title: 'Use the exact names of keys that limit an agent',
  why: [
    'An unknown key is ignored together with the limit that it was meant to set: with `allowed-tools: Read` instead of',
    '`tools: Read` a Claude Code subagent has every tool.',
  ].join('\n'),
  sources: [claudeCodeObserved, loadersObserved],
  codes: ['key.limit'],
  fixes: (issue, context) => [renaming(issue, context)],
  examples: {
    invalid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\nallowed-tools: Read\n^^^^^^^^^^^^^ error\n---\nYou write.\n',
        fixed: '---\nname: writer\ndescription: Writes.\ntools: Read\n---\nYou write.\n',
      },
    ],
    valid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\ntools: Read\n---\nYou write.\n',
      },
    ],
  },
});
