import type { Issue } from '../loading/issue.ts';
import { problemsOfSeveral } from '../loading/problems.ts';
import { removeEntries } from './edits/entries.ts';
import { issueRule } from './issueRule.ts';
import type { Fix, RuleContext } from './rule.ts';
import { claudeCodeObserved, loadersObserved } from './sources.ts';

/** A key that the tool knows but does not read in this place. */
export const noIgnoredKey = issueRule({
  id: 'noIgnoredKey',
  title: 'Remove keys that have no effect here',
  why: 'Some keys work in certain places only: agents in Claude Code plugins, for example, cannot set `hooks`, `mcpServers`, `permissionMode` or `initialPrompt`.',
  sources: [claudeCodeObserved, loadersObserved],
  codes: ['key.ignored'],
  unnecessary: issue => !isReadElsewhere(issue),
  fixes: (issue, context) => [removal([issue], context, key => `Remove \`${key}\``)],
  grouping: {
    within: 'file',
    // A limit that is gone is a finding of its own.
    joins: ({ effect }) => effect === 'ignored' || effect === 'noted',
    problem: problemsOfSeveral.ignoredKeys,
    fixes: (issues, context) => [removal(issues, context, () => `Remove all ${issues.length}`)],
  },
  examples: {
    invalid: [
      {
        dialect: 'claude-plugin-agent',
        text: '---\nname: writer\ndescription: Writes.\npermissionMode: plan\n^^^^^^^^^^^^^^ error\n---\nYou write.\n',
        fixed: '---\nname: writer\ndescription: Writes.\n---\nYou write.\n',
      },
    ],
    valid: [
      {
        dialect: 'claude-plugin-agent',
        text: '---\nname: writer\ndescription: Writes.\nmaxTurns: 5\n---\nYou write.\n',
      },
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\npermissionMode: plan\n---\nYou write.\n',
      },
    ],
  },
});

/** True for a key that another tool reads from the same file, so it must stay. */
function isReadElsewhere({ data }: Issue<'key.ignored'>): boolean {
  return data?.elsewhere === true;
}

/** Removes the keys of the issues, wherever they are given; `undefined` when one of them must stay. */
function removal(
  issues: readonly Issue<'key.ignored'>[],
  { document }: RuleContext,
  titleFor: (key: string) => string,
): Fix | undefined {
  if (issues.some(isReadElsewhere)) return undefined;
  const { entries } = document.yaml;
  const keys = issues.map(({ range }) => entries.find(({ keyRange }) => keyRange.start === range.start)?.key);
  if (keys.includes(undefined)) return undefined;
  const changes = removeEntries(
    document,
    entries.filter(({ key }) => keys.includes(key)),
  );
  return changes && { title: titleFor(keys[0]!), changes, safe: false };
}
