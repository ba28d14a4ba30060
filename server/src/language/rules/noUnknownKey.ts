import type { Effect, Issue } from '../loading/issue.ts';
import { removeEntry, renameKey } from './edits/entries.ts';
import { issueRule, textIn } from './issueRule.ts';
import type { Fix, RuleContext } from './rule.ts';
import { claudeCodeObserved, loadersObserved } from './sources.ts';

/** A key that the tool does not know. */
export const noUnknownKey = issueRule({
  id: 'noUnknownKey',
  title: 'Use keys that the tool knows',
  why: [
    'What an unknown key leads to differs: Claude Code ignores it, Gemini CLI refuses the file, OpenCode sends it to the',
    'model provider. Keys of your own are fine where the tool ignores them; declare them under `fields` in',
    '`.agentfilesrc`, and they are known here too.',
  ].join('\n'),
  sources: [claudeCodeObserved, loadersObserved],
  issues: ['key.unknown'],
  fixes: (issue, context) => [renaming(issue, context), removal(issue, context)],
  examples: {
    invalid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\ncolour: green\n^^^^^^ information\n---\nYou write.\n',
        fixed: '---\nname: writer\ndescription: Writes.\ncolor: green\n---\nYou write.\n',
      },
      {
        dialect: 'gemini-agent',
        text: '---\nname: writer\ndescription: Writes.\ncolor: green\n^^^^^ error\n---\nYou write.\n',
        fixed: '---\nname: writer\ndescription: Writes.\n---\nYou write.\n',
      },
    ],
    valid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\ncolor: green\n---\nYou write.\n',
      },
    ],
  },
});

/** Gives the key at a note the name that its loader suggests, unless that name is taken. */
export function renaming(issue: Issue, { document }: RuleContext): Fix | undefined {
  const suggestion = textIn(issue, 'suggestion');
  const entry = document.yaml.entries.find(({ keyRange }) => keyRange.start === issue.range.start);
  if (suggestion === undefined || !entry || document.entry(suggestion)) return undefined;
  return {
    title: `Change \`${entry.key}\` to \`${suggestion}\``,
    changes: [renameKey(entry, suggestion)],
    safe: false,
  };
}

/** Where a key does no more than to have no effect, it may stay. */
const harms: readonly Effect[] = ['crashes', 'rejected', 'leaked'];

/** Takes away a key that does harm. */
function removal(issue: Issue, { document }: RuleContext): Fix | undefined {
  const entry = document.yaml.entries.find(({ keyRange }) => keyRange.start === issue.range.start);
  if (!entry || !harms.includes(issue.effect)) return undefined;
  return { title: `Remove \`${entry.key}\``, changes: [removeEntry(entry)], safe: false };
}
