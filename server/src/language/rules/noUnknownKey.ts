import type { Effect, Issue } from '../loading/issue.ts';
import { removeEntry, renameKey } from './edits/entries.ts';
import { issueRule } from './issueRule.ts';
import type { Fix, RuleContext } from './rule.ts';
import { claudeCodeObserved, loadersObserved } from './sources.ts';

/** A key that the tool does not know. */
export const noUnknownKey = issueRule({
  id: 'noUnknownKey',
  title: 'Use keys that the tool knows',
  why: [
    'The effect of an unknown key differs: Claude Code ignores it, Gemini CLI rejects the file, OpenCode sends it to the',
    'model provider. Custom keys are fine where the tool ignores them. Declare them under `fields` in `.agentfilesrc`, and',
    'they are known here too.',
  ].join('\n'),
  sources: [claudeCodeObserved, loadersObserved],
  codes: ['key.unknown'],
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

/** Renames the key of an issue to the one that its loader suggests, unless that one is in use. */
export function renaming(
  issue: Issue<'key.unknown' | 'key.limit' | 'key.deprecated'>,
  { document }: RuleContext,
): Fix | undefined {
  const suggestion = issue.data?.suggestion;
  const entry = document.yaml.entries.find(({ keyRange }) => keyRange.start === issue.range.start);
  if (suggestion === undefined || !entry || document.entry(suggestion)) return undefined;
  return {
    title: `Change \`${entry.key}\` to \`${suggestion}\``,
    changes: [renameKey(entry, suggestion)],
    safe: false,
  };
}

/** Effects of a key that should go. A key that merely has no effect may stay. */
const harms: readonly Effect[] = ['crashes', 'rejected', 'leaked'];

/** Removes a key that does harm. */
function removal(issue: Issue, { document }: RuleContext): Fix | undefined {
  const entry = document.yaml.entries.find(({ keyRange }) => keyRange.start === issue.range.start);
  if (!entry || !harms.includes(issue.effect)) return undefined;
  return { title: `Remove \`${entry.key}\``, changes: [removeEntry(entry)], safe: false };
}
