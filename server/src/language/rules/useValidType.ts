import type { LoadNote } from '../loading/loader.ts';
import { mends } from './edits/outcome.ts';
import { replaceWithQuotes } from './edits/suggestion.ts';
import { noteRule } from './noteRule.ts';
import type { Fix, RuleContext } from './rule.ts';
import { claudeCodeObserved, claudeSubagentsDocumentation, loadersObserved } from './sources.ts';

/** A value of a wrong type. */
export const useValidType = noteRule({
  id: 'useValidType',
  title: 'Give each key a value of its type',
  why: 'A list where the tool wants a text, a map where it wants a list: the value is dropped, the file is refused, or worse, in some tools none of the agents load.',
  sources: [claudeCodeObserved, claudeSubagentsDocumentation, loadersObserved],
  notes: ['value.type'],
  fixes: (note, context) =>
    [replaceWithQuotes(note, context), withoutQuotes(note, context)].filter(
      fix => fix && mends(fix.changes, note, context),
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
function withoutQuotes({ range }: LoadNote, { document }: RuleContext): Fix | undefined {
  const number = /^(["'])(-?\d+(?:\.\d+)?)\1$/.exec(document.slice(range))?.[2];
  if (number === undefined) return undefined;
  return { title: 'Remove the quotes', changes: [{ range, newText: number }], safe: false };
}
