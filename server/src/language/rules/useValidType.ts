import type { Issue } from '../loading/issue.ts';
import { repairs } from './edits/outcome.ts';
import { doubleQuoted } from './edits/scalar.ts';
import { replaceWithQuotes } from './edits/suggestion.ts';
import { removeKeyFix, typeFixes } from './edits/valueRepairs.ts';
import { issueRule } from './issueRule.ts';
import type { Fix, RuleContext } from './rule.ts';
import { claudeCodeObserved, claudeSubagentsDocumentation, loadersObserved } from './sources.ts';

/** A value of the wrong type. */
export const useValidType = issueRule({
  id: 'useValidType',
  title: 'Use the type that each key requires',
  why: 'When a value has the wrong type, such as a list instead of a string or a mapping instead of a list, the tool drops the value or rejects the file, and in some tools no agent loads.',
  sources: [claudeCodeObserved, claudeSubagentsDocumentation, loadersObserved],
  codes: ['value.type'],
  fixes: (issue, context) => [
    ...[
      replaceWithQuotes(issue, context),
      withoutQuotes(issue, context),
      straightQuotes(issue, context),
    ].filter(fix => fix && repairs(fix.changes, issue, context)),
    ...typeFixes(issue, context),
    removeKeyFix(issue, context),
  ],
  examples: {
    invalid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\ntools: 5\n       ^ error\n---\nYou write.\n',
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
      {
        dialect: 'copilot-instructions',
        text: '---\napplyTo: “**/*.ts”\n         ^^^^^^^^^ warning\n---\nUse tabs.\n',
        fixed: '---\napplyTo: "**/*.ts"\n---\nUse tabs.\n',
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

/** Writes quotation marks that YAML knows. */
function straightQuotes({ range, field = '' }: Issue, { document }: RuleContext): Fix | undefined {
  const written = document.slice(range);
  if (document.entry(field)?.range.start !== range.start || !/[“”„‟‘’«»]/.test(written)) return undefined;
  const newText = /^[[-]/.test(written)
    ? written.replaceAll(/[“”„‟«»]/g, '"').replaceAll(/[‘’]/g, "'")
    : doubleQuoted(written.replaceAll(/[“”„‟‘’«»]/g, ''));
  return { title: 'Use straight quotes', changes: [{ range, newText }], safe: false };
}

/** Removes the quotes around a number. */
function withoutQuotes({ range }: Issue, { document }: RuleContext): Fix | undefined {
  const number = /^(["'])(-?\d+(?:\.\d+)?)\1$/.exec(document.slice(range))?.[2];
  if (number === undefined) return undefined;
  return { title: 'Remove the quotes', changes: [{ range, newText: number }], safe: false };
}
