import type { Issue } from '../loading/issue.ts';
import { repairs } from './edits/outcome.ts';
import { replaceWithQuotes } from './edits/suggestion.ts';
import { issueRule } from './issueRule.ts';
import type { Fix, RuleContext } from './rule.ts';
import { claudeCodeObserved, claudeSubagentsDocumentation, loadersObserved } from './sources.ts';

/** A value of a wrong type. */
export const useValidType = issueRule({
  id: 'useValidType',
  title: 'Give each key a value of its type',
  why: 'A list where the tool wants a text, a map where it wants a list: the value is dropped, the file is refused, or worse, in some tools none of the agents load.',
  sources: [claudeCodeObserved, claudeSubagentsDocumentation, loadersObserved],
  issues: ['value.type'],
  fixes: (issue, context) =>
    [replaceWithQuotes(issue, context), withoutQuotes(issue, context)].filter(
      fix => fix && repairs(fix.changes, issue, context),
    ),
  examples: {
    invalid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\ntools: 5\n       ^ warning\n---\nYou write.\n',
      },
      {
        dialect: 'gemini-agent',
        text: '---\nname: writer\ndescription: Writes.\nmax_turns: "5"\n           ^^^ error\n---\nYou write.\n',
        fixed: '---\nname: writer\ndescription: Writes.\nmax_turns: 5\n---\nYou write.\n',
      },
      {
        dialect: 'gemini-agent',
        text: '---\nname: writer\ndescription: Writes.\ntools: read_file, glob\n       ^^^^^^^^^^^^^^^ error\n---\nYou write.\n',
        fixed: '---\nname: writer\ndescription: Writes.\ntools: [read_file, glob]\n---\nYou write.\n',
      },
    ],
    valid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\ntools: [Read]\n---\nYou write.\n',
      },
    ],
  },
});

/** A number in quotes is text. */
function withoutQuotes({ range }: Issue, { document }: RuleContext): Fix | undefined {
  const number = /^(["'])(-?\d+(?:\.\d+)?)\1$/.exec(document.slice(range))?.[2];
  if (number === undefined) return undefined;
  return { title: 'Remove the quotes', changes: [{ range, newText: number }], safe: false };
}
