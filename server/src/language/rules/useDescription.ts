import { insertEntry } from './edits/entries.ts';
import { listToMapping } from './edits/indentRepairs.ts';
import { repairs } from './edits/outcome.ts';
import { doubleQuoted, replaceValue } from './edits/scalar.ts';
import { issueRule } from './issueRule.ts';
import type { RuleContext } from './rule.ts';
import { claudeCodeObserved, claudeSubagentsDocumentation, loadersObserved } from './sources.ts';

/** The description that the tool needs. */
export const useDescription = issueRule({
  id: 'useDescription',
  title: 'Describe when to use the agent',
  why: 'The description is all that the main agent reads when it chooses an agent. Most tools do not load an agent without one.',
  sources: [claudeCodeObserved, claudeSubagentsDocumentation, loadersObserved],
  codes: ['description.missing'],
  fixes: (issue, context) => {
    const { document } = context;
    if (document.frontMatter.state !== 'closed') return [];
    if (!document.yaml.isMap) return listToMapping(document);
    const empty = document.entry('description');
    const value = doubleQuoted(firstSentence(context));
    const changes = [
      empty ? replaceValue(document, empty, value) : insertEntry(document, 'description', value, 'name'),
    ];
    if (!repairs(changes, issue, context)) return [];
    return [{ title: 'Add a description from the first sentence of the prompt', changes, safe: false }];
  },
  examples: {
    invalid: [
      {
        dialect: 'claude-subagent',
        text: '---\n^^^ error\nname: writer\nmodel: sonnet\n---\n# Writer\n\nYou write release notes. Be brief.\n',
        fixed:
          '---\nname: writer\ndescription: "You write release notes."\nmodel: sonnet\n---\n# Writer\n\nYou write release notes. Be brief.\n',
      },
    ],
    valid: [
      { dialect: 'claude-subagent', text: '---\nname: writer\ndescription: Writes.\n---\nYou write.\n' },
    ],
  },
});

/** Returns the first sentence of the prompt's first paragraph, or a sentence to complete. */
export function firstSentence({ document }: RuleContext): string {
  const body = document.slice(document.frontMatter.body).slice(0, 4000);
  const paragraph = body
    .split(/\r?\n\s*\r?\n/)
    .find(text => /^\s*[\p{L}*_"“]/u.test(text) && text.trim().length > 3);
  const plain = (paragraph ?? '').replace(/[*_`]/g, '').replace(/\s+/g, ' ').trim();
  const sentence = /^.{3,300}?[.!?](?=\s|$)/.exec(plain)?.[0] ?? plain.slice(0, 200);
  return sentence.replaceAll('---', '—') || 'Use this agent when …';
}
